import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { GROUP_ORDERS, SPARK_PARTS } from '@/components/groups/group-view';
import {
  type DimensionName,
  type Found,
  type Group,
  type GroupSort,
  readGroups,
  readRows,
  type Matches,
} from '@/lib/db/read/explore';
import { type Filter, parseFilter } from '@/lib/filter';
import { exploreSoon } from './events/explore-soon';
import { type ListPage, readListPage } from './list-page';

/** What a page shows of what a filter finds. */
export interface FoundList {
  /** The filter as it is in the URL; '' finds everything. */
  text: string;
  filter: Filter;
  /** Null while it takes longer than a page waits. */
  found: Found | null;
  /** Refusals that are looked through. */
  of: number;
}

/** The groups of one kind among what was found: one page of their list. */
export interface FoundGroups {
  groups: Group[];
  total: number;
  sort: GroupSort;
  page: ListPage;
  /** The zone of the newest refusal among them, minutes east of UTC. */
  utcOffsetMinutes: number;
}

/** What the filter of a URL (`?q=`) finds. */
export async function loadFound(params: PageParams): Promise<FoundList> {
  const text = paramOf(params, 'q')?.trim() ?? '';
  const { filter } = parseFilter(text);
  return { text, filter, ...(await exploreSoon(filter)) };
}

/** The values of a dimension among what was found, as `?sort=` and `?page=` ask. */
export function loadGroups(matches: Matches, name: DimensionName, params: PageParams): FoundGroups {
  const sort = GROUP_ORDERS.find((known) => known === paramOf(params, 'sort')) ?? 'events';
  const page = readListPage(params);
  return {
    ...readGroups(matches, name, { sort, ...page, parts: SPARK_PARTS }),
    ...{ sort, page, utcOffsetMinutes: offsetOf(matches) },
  };
}

/** The zone of the newest refusal that was found, minutes east of UTC. */
export function offsetOf(matches: Matches): number {
  return readRows(matches, { order: 'newest', offset: 0, limit: 1 })[0]?.utcOffsetMinutes ?? 0;
}
