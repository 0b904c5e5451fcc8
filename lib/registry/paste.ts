import { scanSections } from './answers/bracketed';
import { NOTICE } from './answers/labels';
import { findTextAnswers } from './paste-lines';
import { findJsonAnswers } from './paste-json';
import { type Command, findCommands } from './paste-command';

/** One answer found in a paste, and what the command above it named. */
export interface PastedAnswer {
  text: string;
  server: string | null;
  query: string | null;
}

interface Span {
  start: number;
  end: number;
}

/**
 * Finds the answers in a whole paste: prose and shell commands between them, with or without line
 * breaks. The command above an answer says which server was asked what, for the first answer below it
 * only: whatever follows without a command of its own is not ascribed to it.
 */
export function splitPaste(text: string): PastedAnswer[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const objects = findJsonAnswers(lines);
  return [...objects, { start: lines.length, end: lines.length }].flatMap(({ start, end }, index) => [
    ...splitText(lines.slice(objects[index - 1]?.end ?? 0, start)),
    ...(end > start ? [{ text: `${lines.slice(start, end)}\n`, server: null, query: null }] : []),
  ]);
}

/** The same where no JSON is. */
function splitText(lines: string): PastedAnswer[] {
  const data = scanSections(lines).filter(({ runOn }) => !runOn);
  let lineStart = 0;
  let lineEnd = lines.indexOf('\n');
  const commands = findCommands(lines).filter(({ start }) => {
    for (; lineEnd >= 0 && lineEnd < start; lineEnd = lines.indexOf('\n', lineStart)) lineStart = lineEnd + 1;
    while (data[0] && data[0].end <= start) data.shift();
    return !(data[0] && data[0].start <= start) && !isValue(lines, lineStart, start);
  });
  const edges: Array<{ start: number; command: Command | null }> = [
    { start: 0, command: null },
    ...commands.map((command) => ({ start: command.end, command })),
  ];
  return edges.flatMap(({ start, command }, index) => {
    const end = commands[index]?.start ?? lines.length;
    const part = lines.slice(start, end);
    return findAnswers(part, command !== null).map((span, at) => ({
      text: `${part.slice(span.start, span.end).trim()}\n`,
      server: command?.server ?? null,
      query: at === 0 ? (command?.query ?? null) : null,
    }));
  });
}

/**
 * Registries' values speak of whois too (`remarks: … whois -h whois.nic.ad.jp …`): what stands behind
 * an attribute's name or in the middle of a comment is data. `# whois …` is a prompt.
 */
function isValue(text: string, lineStart: number, at: number): boolean {
  const head = text.slice(lineStart, Math.min(at, lineStart + 24));
  return /^[a-z][a-z0-9-]{1,20}:\s/.test(head) || (/^[%#]/.test(head) && text.slice(lineStart + 1, at).trim() !== '');
}

function findAnswers(part: string, asked: boolean): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const section of scanSections(part)) {
    const before = part.slice(at, section.start);
    const notice = NOTICE.exec(before);
    const last = spans.at(-1);
    if (section.kind === 'public-contact' && !notice && last) last.end = section.end;
    else {
      const start = notice ? at + notice.index : section.start;
      spans.push(...shift(findTextAnswers(part.slice(at, start), false), at), { start, end: section.end });
    }
    at = section.end;
  }
  const rest = findTextAnswers(part.slice(at), asked && spans.length === 0);
  return [...spans, ...shift(rest, at)];
}

function shift(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}
