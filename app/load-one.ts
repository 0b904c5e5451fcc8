import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import type { RefusalView } from '@/components/groups/last-refusals';
import { type DimensionName, type Facet, type Matches, readFacet, readGroupsOf, readRows } from '@/lib/db/read/explore';
import { type FieldName, type Filter, parseFilter, printFilter, type Value, withTerm } from '@/lib/filter';
import { exploreSoon } from './events/explore-soon';
import { loadTimeline } from './events/load-timeline';

const LAST = 10;
const FACET_VALUES = 50;

/** The refusals of one thing under the filter of a URL. */
export interface OneFound {
  /** The filter with this one thing in it. */
  text: string;
  /** True where the URL's own filter narrows it further. */
  narrowed: boolean;
  /** Null while it takes longer than a page waits. */
  matches: Matches | null;
  of: number;
  timeline: ReturnType<typeof loadTimeline>;
  last: RefusalView[];
  newestMs: number;
  utcOffsetMinutes: number;
}

/** What is found of one thing, as its page shows it. */
export async function loadOne(params: PageParams, field: FieldName, value: Value): Promise<OneFound> {
  const own = parseFilter(paramOf(params, 'q') ?? '').filter;
  const filter: Filter = withTerm(own, field, value);
  const { found, of } = await exploreSoon(filter);
  const matches = found?.matches ?? null;
  const last = matches ? readRows(matches, { order: 'newest', offset: 0, limit: LAST }) : [];
  const [newest] = last;
  const utcOffsetMinutes = newest?.utcOffsetMinutes ?? 0;
  return {
    ...{ text: printFilter(filter), narrowed: own.terms.length > 0, matches, of, utcOffsetMinutes },
    timeline: matches ? loadTimeline(matches, utcOffsetMinutes) : { buckets: [], width: 0 },
    last: last.map(({ id, timeMs, stage, code, sender, recipient, ...row }) => ({
      ...{ id, timeMs, stage, code, sender, recipient },
      utcOffsetMinutes: row.utcOffsetMinutes,
    })),
    newestMs: newest?.timeMs ?? 0,
  };
}

/** The values of a kind that most of it has. */
export function valuesOf(matches: Matches | null, name: DimensionName): Facet['values'] {
  return matches ? readFacet(matches, name, FACET_VALUES).values : [];
}

/** Things of one kind, each with how many of what was found it has. */
export function withCounts<T extends { id: number }>(
  matches: Matches,
  name: DimensionName,
  members: readonly T[],
): Array<T & { events: number }> {
  const ids = members.map(({ id }) => id);
  const events = new Map(readGroupsOf(matches, name, ids, 1).map((group) => [group.id, group.events]));
  return members.map((member) => ({ ...member, events: events.get(member.id) ?? 0 }));
}
