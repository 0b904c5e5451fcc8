import { type Message, message, parseRange } from '@/lib/model';
import { type FieldName, fieldSpec, HAS_WORDS, type Value } from './filter';
import { clipped } from './filter-error';
import { parseAgo, parseMoment } from './moments';
import { parseNumbers } from './number-words';
import { rangeValue } from './values';

const ID = /^[\w-]{1,64}$/;
/** What is made of an address's signs only was meant as one, not as a network's name. */
const LIKE_ADDRESS = /^(?=.*[\d:])[\da-f.:/-]*[.:][\da-f.:/-]*$/i;

/** What a value reads as: one value, several (an hour range over midnight), or the sentence that says why not. */
export type ReadValue = { values: Value[] } | { fault: Message };

const one = (value: Value): ReadValue => ({ values: [value] });
const fault = (key: string, params: Message['params']): ReadValue => ({ fault: message(key, params) });

/**
 * Reads one value of a field. Quotes make a name of what would else be an id or a range, in the fields that take names.
 * @param text the value without its quotes
 */
export function readValue(field: FieldName, text: string, quoted: boolean): ReadValue {
  const { takes } = fieldSpec(field);
  const named = quoted && takes.includes('glob');
  if (!named && takes.includes('id') && text.startsWith('#')) {
    const id = text.slice(1);
    return ID.test(id) ? one({ kind: 'id', id }) : fault('filter.error.bad-id', { text: clipped(text) });
  }
  if (!named && takes.includes('range')) {
    const range = parseRange(text);
    if (range) return one(rangeValue(range));
    if (!takes.includes('glob') || LIKE_ADDRESS.test(text))
      return fault('filter.error.bad-address', { text: clipped(text) });
  }
  if (takes.includes('numbers')) return readNumbers(field, text);
  if (takes.includes('moment')) return readTime(field, text);
  return field === 'has' ? readHas(text) : one({ kind: 'glob', text });
}

function readNumbers(field: FieldName, text: string): ReadValue {
  const runs = parseNumbers(field, text.trim());
  if (!runs) return fault(`filter.error.bad-${field}`, { text: clipped(text) });
  return { values: runs.map((run) => ({ kind: 'numbers', ...run })) };
}

function readTime(field: FieldName, text: string): ReadValue {
  const written = text.trim();
  if (fieldSpec(field).takes.includes('ago')) {
    const ago = parseAgo(written);
    if (ago) return one({ kind: 'ago', ...ago });
  }
  const moment = parseMoment(written);
  if (moment === 'unreadable')
    return fault(`filter.error.bad-${field === 'on' ? 'day' : 'time'}`, { text: clipped(text) });
  if (moment === 'no-such-time') return fault('filter.error.no-such-time', { text: clipped(text) });
  if (field === 'on' && moment.precision === 'second') return fault('filter.error.bad-day', { text: clipped(text) });
  return one({ kind: 'moment', ms: moment.ms, text: moment.text });
}

function readHas(text: string): ReadValue {
  const word = HAS_WORDS.find((known) => known === text.toLowerCase());
  if (word) return one({ kind: 'glob', text: word });
  return fault('filter.error.unknown-word', { text: clipped(text), words: HAS_WORDS.join(', ') });
}
