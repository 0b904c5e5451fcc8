import {
  exactly,
  type FieldName,
  fieldSpec,
  type Filter,
  idValue,
  numberValue,
  printFilter,
  rangeValue,
  type Value,
} from '@/lib/filter';
import { parseRange } from '@/lib/model';

/** The list of exactly these refusals: all of the terms hold. */
export function eventsHref(...terms: ReadonlyArray<readonly [FieldName, Value]>): string {
  return filterHref('/events', { terms: terms.map(([field, value]) => ({ field, negated: false, values: [value] })) });
}

/** A page under a filter. */
export function filterHref(path: string, filter: Filter): string {
  return pageUnder(path, printFilter(filter));
}

/** A page under a filter that is written already; readable where that is safe in a URL. */
export function pageUnder(path: string, filter: string): string {
  const query = encodeURIComponent(filter).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%20', '+');
  return filter === '' ? path : `${path}?q=${query}`;
}

/** The value of a field that is exactly this, as data gives it: `#12` is an id, a code a number, an address a range. */
export function valueOf(field: FieldName, text: string): Value {
  if (text.startsWith('#') && fieldSpec(field).takes.includes('id')) return idValue(text.slice(1));
  const range = field === 'ip' ? parseRange(text) : null;
  if (range) return rangeValue(range);
  return field === 'code' && /^\d{3}$/.test(text) ? numberValue(Number(text)) : exactly(text);
}
