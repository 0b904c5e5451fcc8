import { type AnswerStatus, type Origin, parseRange } from '@/lib/model';
import { readAsn } from './asn';
import { emptyParts, type Grammar } from './grammar';

/**
 * IRRd's own protocol, as whois.radb.net speaks it: each command of a question has one reply. `A<length>`, so many
 * characters of data and `C`; `C` alone, "there is none"; `D`, "no such key"; `F` and why, an error. The data of `!g`
 * and `!6` are the blocks that route objects name an AS for: registered, whether or not it announces them.
 */
export const irrd: Grammar = {
  id: 'irrd',
  matches: (text) => /^(?:A\d{1,9}|[CD]|F [^\n]*)\n/.test(text),
  parse(text, hint) {
    const asn = readAsn(/!(?:g|6)(AS\d{1,10})\b/i.exec(hint.query ?? '')?.[1] ?? null);
    // Without the question nobody knows whose they are.
    const origins = asn === null ? [] : readReplies(text).flatMap(({ data }) => readPrefixes(data, asn));
    return {
      ...emptyParts('radb'),
      ...(origins.length > 0 && { origins }),
    };
  },
  judge: (text, hint) => judge(readReplies(text), hint.query ?? ''),
};

interface Reply {
  kind: 'data' | 'none' | 'error' | 'broken';
  /** Of `data` its text, of `error` why. */
  data: string;
}

function readReplies(text: string): Reply[] {
  const replies: Reply[] = [];
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd);
    const next = at + line.length + 1;
    const length = /^A(\d{1,9})$/.exec(line)?.[1];
    if (length !== undefined) {
      const end = next + Number(length);
      const whole = text.startsWith('C\n', end);
      replies.push({ kind: whole ? 'data' : 'broken', data: text.slice(next, end) });
      if (!whole) break;
      at = end + 2;
      continue;
    }
    if (line === 'C' || line === 'D') replies.push({ kind: 'none', data: '' });
    else if (line.startsWith('F')) replies.push({ kind: 'error', data: line.slice(1).trim() });
    else if (line.trim() !== '') replies.push({ kind: 'broken', data: '' });
    at = next;
  }
  return replies;
}

function readPrefixes(data: string, asn: number): Origin[] {
  return data.split(/\s+/).flatMap((word) => {
    const range = word.includes('/') ? parseRange(word) : null;
    return range ? [{ asn, seen: false, name: null, range, address: null, country: null, allocatedOn: null }] : [];
  });
}

/** Fewer replies than commands: the rest did not come. */
function judge(replies: readonly Reply[], query: string): AnswerStatus {
  const asked = [...query.matchAll(/!(?:g|6)/gi)].length;
  const error = replies.find(({ kind }) => kind === 'error');
  if (error) return /unrecogni[sz]ed|not supported|invalid|missing/i.test(error.data) ? 'unsupported' : 'failed';
  if (replies.length === 0) return 'failed';
  if (replies.length < asked || replies.some(({ kind }) => kind === 'broken')) return 'truncated';
  return replies.some(({ kind }) => kind === 'data') ? 'found' : 'empty';
}
