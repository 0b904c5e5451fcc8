import { FIELDS, type FieldName, type Filter, fieldNamed, LIMITS, type Term, type Value } from './filter';
import { clipped, errorAt, type FilterError } from './filter-error';
import { nearestName } from './nearest-name';
import { readValue } from './read-value';
import { type Piece, scanFilter, type Word } from './scan-filter';

const WRITTEN_NAMES = FIELDS.flatMap(({ name, aliases }) => [name, ...aliases]);

/**
 * Reads a filter as docs/filter.md describes it. Takes any text and never throws: what can be read is read, the
 * rest is told in `errors`, in the order of the text. Linear in the text, which is read up to `LIMITS`.
 */
export function parseFilter(text: string): { filter: Filter; errors: FilterError[] } {
  const terms: Term[] = [];
  const errors: FilterError[] = [];
  let values = 0;
  for (const [index, word] of readableWords(text).entries()) {
    const read = readWord(word);
    // What cannot be read counts too, so that there are never more errors than these.
    values += Math.max(word.pieces.length, read.term?.values.length ?? 0);
    const over = index >= LIMITS.terms ? 'terms' : values > LIMITS.values ? 'values' : null;
    if (over) {
      const end = Math.min(text.length, LIMITS.characters);
      errors.push(errorAt(word.at, end, `filter.error.too-many-${over}`, { limit: LIMITS[over] }));
      break;
    }
    errors.push(...read.errors);
    if (read.term) terms.push(read.term);
  }
  if (text.length > LIMITS.characters) {
    errors.push(errorAt(LIMITS.characters, text.length, 'filter.error.too-long', { limit: LIMITS.characters }));
  }
  errors.sort((a, b) => a.at - b.at);
  return { filter: { terms }, errors };
}

/** The words that lie wholly inside the part that is read: half a word would be another one. */
function readableWords(text: string): Word[] {
  const words = scanFilter(text.slice(0, LIMITS.characters));
  const cut = text.length > LIMITS.characters && !/\s/.test(text.charAt(LIMITS.characters));
  return cut ? words.filter(({ end }) => end < LIMITS.characters) : words;
}

function readWord(word: Word): { term: Term | null; errors: FilterError[] } {
  const errors = [...word.faults];
  const field = fieldOf(word, errors);
  const values: Value[] = [];
  if (field) for (const piece of word.pieces) values.push(...readPiece(field, piece, word, errors));
  return { term: field && values.length > 0 ? { field, negated: word.negated, values } : null, errors };
}

function fieldOf({ name }: Word, errors: FilterError[]): FieldName | null {
  if (!name) return 'text';
  const field = fieldNamed(name.text);
  if (field) return field;
  const nearest = nearestName(name.text, WRITTEN_NAMES);
  const written = clipped(name.text);
  errors.push(
    nearest
      ? errorAt(name.at, name.end, 'filter.error.unknown-field-nearest', { name: written, nearest })
      : errorAt(name.at, name.end, 'filter.error.unknown-field', { name: written }),
  );
  return null;
}

function readPiece(field: FieldName, piece: Piece, word: Word, errors: FilterError[]): Value[] {
  if (piece.at === piece.end) {
    // A minus alone has told its fault already.
    if (word.name) errors.push(missingValue(field, piece, word));
    return [];
  }
  const read = readValue(field, piece.text, piece.quoted);
  if ('values' in read) return read.values;
  errors.push({ at: piece.at, length: piece.end - piece.at, message: read.fault });
  return [];
}

/** Points at the name where it has no value at all, else at the comma with nothing before or behind it. */
function missingValue(field: FieldName, piece: Piece, { name, pieces }: Word): FilterError {
  const only = name && pieces.length === 1;
  const at = only ? name.at : piece === pieces.at(-1) ? piece.at - 1 : piece.at;
  return errorAt(at, only ? name.end : at + 1, 'filter.error.missing-value', { name: field });
}
