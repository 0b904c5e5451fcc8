import { FIELDS, type FieldName, fieldNamed, LIMITS } from './filter';
import { printData } from './print-filter';
import { type Piece, scanFilter, type Word } from './scan-filter';
import { hasDataValues, staticValues } from './static-values';

/** One way to go on. */
export interface Candidate {
  kind: 'field' | 'value';
  /** What is put into the text: `sender:`, or a value with the quotes it needs. */
  text: string;
  /** The key of a sentence that explains it; null where it says all itself. */
  explanation: string | null;
}

/** What can be written at the caret, and which part of the text (`from` to `to`) it takes the place of. */
export interface Completion {
  from: number;
  to: number;
  /** What is known without the data: fields while a name is typed, the values that are always the same. */
  candidates: Candidate[];
  /** The field of which the data has values to offer here; absent where there are none to ask for. */
  field?: FieldName;
  /** What is typed of it up to the caret, without quotes. */
  prefix: string;
}

const FIELD_CANDIDATES = FIELDS.map(({ name, aliases, explanation }) => ({
  written: [name, ...aliases],
  candidate: { kind: 'field', text: `${name}:`, explanation } satisfies Candidate,
}));

/**
 * What can follow at the caret of a filter's text.
 * @param caret UTF-16 offset in the text
 */
export function completeFilter(text: string, caret: number): Completion {
  const nothing: Completion = { from: caret, to: caret, candidates: [], prefix: '' };
  if (text.length > LIMITS.characters) return nothing;
  const word = scanFilter(text).find(({ at, end }) => at <= caret && caret <= end);
  if (!word) return { ...nothing, candidates: fieldsFor('') };
  if (word.name && caret >= word.name.end) return completeValue(text, caret, word, word.name.text);
  const from = word.at + (word.negated ? 1 : 0);
  const to = word.name?.end ?? word.end;
  const prefix = text.slice(from, Math.max(from, caret));
  const quoted = !word.name && word.pieces[0]?.quoted;
  // A caret before the minus has nothing typed behind it yet.
  return caret < from || quoted ? nothing : { from, to, candidates: fieldsFor(prefix), prefix };
}

function fieldsFor(prefix: string): Candidate[] {
  const typed = prefix.toLowerCase();
  const begins = FIELD_CANDIDATES.filter(({ written }) => written.some((name) => name.startsWith(typed)));
  // Its own name before one it is also known by: `se` offers sender before service, `to` recipient alone.
  const rank = ({ written }: (typeof begins)[number]): number => (written[0]?.startsWith(typed) ? 0 : 1);
  return begins.sort((a, b) => rank(a) - rank(b)).map(({ candidate }) => candidate);
}

function completeValue(text: string, caret: number, word: Word, name: string): Completion {
  const field = fieldNamed(name);
  const piece = word.pieces.find(({ at, end }) => at <= caret && caret <= end);
  if (!field || !piece) return { from: caret, to: caret, candidates: [], prefix: '' };
  const prefix = typedOf(text, caret, piece);
  const typed = prefix.toLowerCase();
  const candidates = staticValues(field)
    .filter((value) => value.startsWith(typed) && value !== typed)
    .map((value): Candidate => ({ kind: 'value', text: value, explanation: explanationOf(field, value) }));
  return {
    from: piece.at,
    to: piece.end,
    candidates,
    ...(hasDataValues(field) ? { field } : {}),
    prefix,
  };
}

function explanationOf(field: FieldName, value: string): string | null {
  return field === 'action' ? `page.events.action.${value}` : null;
}

/** What stands before the caret of this value, read as if it ended there. */
function typedOf(text: string, caret: number, { at, quoted }: Piece): string {
  const before = text.slice(at, caret);
  return quoted ? (scanFilter(`text:${before}`)[0]?.pieces[0]?.text ?? '') : before;
}

/** The candidate of a value that the data has: a name as it is, `#12`, an address, a number. */
export function dataCandidate(field: FieldName, value: string): Candidate {
  return { kind: 'value', text: printData(field, value), explanation: null };
}

/** The text with the candidate in its place, and where the caret goes: behind a field's colon, or past a value's space. */
export function applyCandidate(
  text: string,
  { from, to }: Pick<Completion, 'from' | 'to'>,
  candidate: Candidate,
): { text: string; caret: number } {
  const rest = text.slice(to);
  const ended = candidate.kind === 'field' || /^[\s,]/.test(rest);
  const written = `${candidate.text}${ended ? '' : ' '}`;
  const step = ended && candidate.kind === 'value' && !rest.startsWith(',') ? 1 : 0;
  return { text: text.slice(0, from) + written + rest, caret: from + written.length + step };
}
