import { type ListedNetwork, parseRange } from '@/lib/model';

const RANGE = '[0-9A-Fa-f.:]+(?:/\\d{1,3}|\\s*-\\s*[0-9A-Fa-f.:]+)';
const ENTRY_LINE = new RegExp(`^\\s*(?:(\\S+)\\s+)?\\[([^\\[\\]]+)\\]\\s*(${RANGE})\\s*$`);
const ENTRY_RUN = new RegExp(`\\[([^\\[\\]]+)\\]\\s*(${RANGE})`, 'g');

/**
 * Reads one line of "Less/More Specific Info.": `NETNAME [Allocation] 198.18.0.0-198.18.255.255`. The
 * organisation stands on the line above.
 * @returns null for any other line.
 */
export function readListed(line: string, relation: ListedNetwork['relation']): ListedNetwork | null {
  const match = ENTRY_LINE.exec(line);
  const range = match && parseRange(match[3] ?? '');
  if (!range) return null;
  return { relation, range, kind: (match[2] ?? '').trim(), name: match[1] || null, organisation: null };
}

/** The same where the lines were joined: then organisation and net name cannot be told apart. */
export function readListedRun(
  text: string,
  relation: ListedNetwork['relation'],
): { listed: ListedNetwork[]; length: number } {
  const listed: ListedNetwork[] = [];
  let length = 0;
  for (const match of text.matchAll(ENTRY_RUN)) {
    const range = parseRange(match[2] ?? '');
    if (!range) continue;
    const organisation =
      text
        .slice(length, match.index)
        .replace(/^\s*-{3,}/, '')
        .trim() || null;
    listed.push({ relation, range, kind: (match[1] ?? '').trim(), name: null, organisation });
    length = match.index + match[0].length;
  }
  return { listed, length };
}
