import { type FieldName, type Filter, fieldSpec, type Term, type Value } from './filter';
import { printNumbers } from './number-words';
import { readValue } from './read-value';
import { scanFilter } from './scan-filter';
import { exactly } from './values';

/** The canonical text of a filter, which `parseFilter` reads as the same filter; '' for the one that matches all. */
export function printFilter({ terms }: Filter): string {
  return terms.map(printTerm).join(' ');
}

/** The text of one term: `-dnsbl:zen.example`, a bare word for a single `text`. */
export function printTerm(term: Term): string {
  const minus = term.negated ? '-' : '';
  const [only, ...more] = term.values;
  if (term.field === 'text' && only?.kind === 'glob' && more.length === 0) return `${minus}${printWord(only.text)}`;
  return `${minus}${term.field}:${printValues(term)}`;
}

/** The values of a term as they stand behind its colon. */
export function printValues({ field, values }: Pick<Term, 'field' | 'values'>): string {
  return values.map((value) => printValue(field, value)).join(',');
}

/** One value as it stands behind a field's colon, in quotes where it would else be read as something different. */
export function printValue(field: FieldName, value: Value): string {
  switch (value.kind) {
    case 'range':
    case 'moment':
    case 'ago':
      return value.text;
    case 'id':
      return `#${value.id}`;
    case 'numbers':
      return printNumbers(field, value);
    case 'glob':
      return isPlain(field, value.text) ? value.text : quote(value.text);
  }
}

/**
 * A value that is given as data (a suggestion of the database) as it stands behind the colon: `#12`, addresses,
 * numbers and times as they are, names with what would be a pattern's sign or a separator made literal.
 */
export function printData(field: FieldName, text: string): string {
  const { takes } = fieldSpec(field);
  const read = readValue(field, text, false);
  const [only] = 'values' in read ? read.values : [];
  if (only && (only.kind !== 'glob' || !takes.includes('glob'))) return printValue(field, only);
  return printValue(field, exactly(text));
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function isPlain(field: FieldName, text: string): boolean {
  if (text === '' || /[\s,"]/.test(text)) return false;
  const read = readValue(field, text, false);
  const [only] = 'values' in read ? read.values : [];
  return only?.kind === 'glob' && only.text === text;
}

function printWord(text: string): string {
  const [word, ...more] = scanFilter(text);
  const [piece] = word?.pieces ?? [];
  const same = more.length === 0 && !word?.negated && !word?.name && piece?.text === text && !piece.quoted;
  return same && !text.includes('"') ? text : quote(text);
}
