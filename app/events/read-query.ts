import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import type { Order } from '@/lib/db/read/explore';
import { type Filter, type FilterError, parseFilter } from '@/lib/filter';

/** What a URL asks of the refusals: `?q=` in the filter language, `?order=oldest`. */
export interface EventQuery {
  text: string;
  filter: Filter;
  errors: FilterError[];
  order: Order;
}

/** What cannot be read of a filter is left out of it, and is among its errors. */
export function readQuery(params: PageParams): EventQuery {
  const text = paramOf(params, 'q')?.trim() ?? '';
  return { text, ...parseFilter(text), order: paramOf(params, 'order') === 'oldest' ? 'oldest' : 'newest' };
}
