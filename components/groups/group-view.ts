import { filterHref, valueOf } from '@/components/events/events-href';
import { type FieldName, parseFilter, withTerm } from '@/lib/filter';

/** In what order a list of what was found is: the names in the URL. */
export const GROUP_ORDERS = ['events', 'last', 'first'] as const;

/** Parts of a spark line. */
export const SPARK_PARTS = 24;

/** One thing that was found, and what of it. */
export interface GroupView {
  id: number;
  label: string;
  /** As it stands in a filter's term. */
  value: string;
  events: number;
  /** Seconds since 1970. */
  first: number;
  last: number;
  spark: readonly number[];
}

/** The refusals under a filter, narrowed to this value. */
export function refusalsHref(filter: string, field: FieldName, value: string): string {
  return filterHref('/events', withTerm(parseFilter(filter).filter, field, valueOf(field, value)));
}
