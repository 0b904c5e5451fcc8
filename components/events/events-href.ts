import {
  exactly,
  type FieldName,
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
  return filter.terms.length === 0 ? path : `${path}?q=${encodeQuery(printFilter(filter))}`;
}

/** As in a URL, but readable where that is safe. */
function encodeQuery(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%20', '+');
}

/** The value of a field that is exactly this, as data gives it: `#12` is an id, a code a number, an address a range. */
export function valueOf(field: FieldName, text: string): Value {
  if (text.startsWith('#')) return idValue(text.slice(1));
  const range = field === 'ip' ? parseRange(text) : null;
  if (range) return rangeValue(range);
  return field === 'code' && /^\d{3}$/.test(text) ? numberValue(Number(text)) : exactly(text);
}
