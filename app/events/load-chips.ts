import { FILTER_NAMES, type FilterChip } from '@/components/events/event-view';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { type EventFilter, readFilterNames } from '@/lib/db/read/events';

/** The filter's entries with names for what they hold by id, each removable. */
export function loadChips(filter: EventFilter, params: PageParams): FilterChip[] {
  const names: Partial<Record<string, string | null>> = readFilterNames(filter);
  return FILTER_NAMES.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const removeHref = hrefWith('/events', params, { [name]: null, after: null, before: null });
    return [{ name, value: names[name] ?? String(value), removeHref }];
  });
}
