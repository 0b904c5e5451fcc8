import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { type FieldName, parseFilter, printFilter, withTerm } from '@/lib/filter';
import { valueOf } from './events-href';

/** The URL of the refusals with "only this", or "not this", added to what they are filtered by. */
export type Narrow = (field: FieldName, text: string, negated?: boolean) => string;

/** @param filter the text that the URL's parameters hold; it is read once for all that narrows it. */
export function narrower(params: PageParams, filter: string): Narrow {
  const parsed = parseFilter(filter).filter;
  return (field, text, negated = false) =>
    hrefWith('/events', params, { q: printFilter(withTerm(parsed, field, valueOf(field, text), negated)) });
}
