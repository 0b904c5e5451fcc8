import { parseAddress } from '@/lib/model';
import { fieldNamed } from './filter';
import { errorAt, type FilterError } from './filter-error';

/** One value as it stands in the text, from `at` to `end` with its quotes. */
export interface Piece {
  at: number;
  end: number;
  /** Without the quotes, `\"` and `\\` between them resolved. */
  text: string;
  quoted: boolean;
}

/** What stands between two spaces outside quotes: `-field:value,value`, or a bare word. */
export interface Word {
  at: number;
  end: number;
  negated: boolean;
  /** The name before the colon, as written; `end` is behind the colon. null for a bare word. */
  name: { text: string; at: number; end: number } | null;
  /** At least one; an unquoted empty text where a value is missing. A bare word has exactly one. */
  pieces: Piece[];
  faults: FilterError[];
}

const NAME = /[a-z][a-z-]*:/iy;
const isSpace = (sign: string): boolean => /\s/.test(sign);

/** Where the run of signs that `ends` does not stop ends. */
function runEnd(text: string, from: number, ends: (sign: string) => boolean): number {
  let at = from;
  while (at < text.length && !ends(text.charAt(at))) at++;
  return at;
}

/** Parts a filter's text into words. Takes any text, in linear time. */
export function scanFilter(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    at = runEnd(text, at, (sign) => !isSpace(sign));
    if (at >= text.length) return words;
    const word = scanWord(text, at);
    words.push(word);
    at = word.end;
  }
}

function scanWord(text: string, at: number): Word {
  const negated = text.charAt(at) === '-';
  const start = negated ? at + 1 : at;
  const name = scanName(text, start);
  const word: Word = { at, end: start, negated, name, pieces: [], faults: [] };
  if (!name) {
    const bare = scanPiece(text, start, false, word.faults);
    if (bare.piece.at === bare.piece.end) word.faults.push(errorAt(at, start, 'filter.error.lone-minus'));
    word.pieces.push(bare.piece);
    word.end = bare.end;
    return word;
  }
  let next = name.end;
  for (;;) {
    const { piece, end } = scanPiece(text, next, true, word.faults);
    word.pieces.push(piece);
    word.end = end;
    if (text.charAt(end) !== ',') return word;
    next = end + 1;
  }
}

/** The field's name, where the word begins with one. Of what we know no field for, an IPv6 address or `https://…` is a bare word. */
function scanName(text: string, start: number): Word['name'] {
  NAME.lastIndex = start;
  const written = NAME.exec(text)?.[0];
  if (written === undefined) return null;
  const end = start + written.length;
  const name = { text: written.slice(0, -1), at: start, end };
  if (fieldNamed(name.text)) return name;
  const isAddress = (): boolean => parseAddress(text.slice(start, runEnd(text, start, isSpace))) !== null;
  return text.startsWith('//', end) || isAddress() ? null : name;
}

/** One value; `listed`: a comma ends it. `end` is where the reading goes on. */
function scanPiece(text: string, at: number, listed: boolean, faults: FilterError[]): { piece: Piece; end: number } {
  const ends = (sign: string): boolean => isSpace(sign) || (listed && sign === ',');
  if (text.charAt(at) !== '"') {
    const end = runEnd(text, at, ends);
    return { piece: { at, end, text: text.slice(at, end), quoted: false }, end };
  }
  const { inside, end, closed } = scanQuoted(text, at);
  if (!closed) faults.push(errorAt(at, end, 'filter.error.unclosed-quote'));
  const rest = runEnd(text, end, ends);
  if (rest > end) faults.push(errorAt(end, rest, 'filter.error.after-quote'));
  return { piece: { at, end, text: inside, quoted: true }, end: rest };
}

function scanQuoted(text: string, at: number): { inside: string; end: number; closed: boolean } {
  let inside = '';
  let i = at + 1;
  while (i < text.length) {
    const sign = text.charAt(i);
    if (sign === '"') return { inside, end: i + 1, closed: true };
    const next = text.charAt(i + 1);
    const escaped = sign === '\\' && (next === '"' || next === '\\');
    inside += escaped ? next : sign;
    i += escaped ? 2 : 1;
  }
  return { inside, end: text.length, closed: false };
}
