import type { Filter } from '@/lib/filter';
import { readState } from '../connection';
import { loadColumns } from './explore/columns';
import { isOfEvents } from './explore/masks';
import type { Matches } from './explore/matches';
import { scan } from './explore/scan';
import { compileFilter } from './explore/select';

export { countWeekHours } from './explore/hours';
export { DIMENSIONS, type DimensionName } from './explore/dimensions';
export {
  countAmong,
  type Group,
  type GroupSort,
  readGroups,
  readGroupsOf,
} from './explore/groups';
export { MEASURES, type Measure, readTop, type TopValue } from './explore/tops';
export { variableMask } from './explore/masks';
export { readPairs } from './explore/pairs';
export { onlyOneTemplate, readMail, readUses } from './explore/recipient-uses';
export { type EventRow, type Order, readRows } from './explore/rows';
export { narrowTo } from './explore/scan';
export { countAllEvents } from './explore/columns';
export type { Matches } from './explore/matches';
export { readTries, type Retries, type TimelinePoint } from './explore/tries';
export {
  type Facet,
  countDistinct,
  countEvents,
  readFacet,
  readHistogram,
  spanOfMatches,
} from './explore/summaries';

/** What a filter found, and of how many events. */
export interface Found {
  matches: Matches;
  /** Events in the database. More than were looked through while they are being read into memory. */
  total: number;
  searched: number;
}

/** Bytes of what was found that are kept, so that paging and the parts of a page need not search again. */
const MOST_KEPT = 256 * 1024 * 1024;
const MINUTE_MS = 60_000;

/** On globalThis because the web server's bundler loads a module more than once. */
const holder = globalThis as typeof globalThis & { ringleaderFound?: { columns: object; kept: Map<string, Found> } };

export interface Search {
  /** Ends the search early: its reason is thrown. */
  signal?: AbortSignal;
  /** Is told how many were found in how many. */
  progress?: (found: number, searched: number) => void;
  /** Wait until all events are in memory, however long that takes. */
  whole?: boolean;
}

/**
 * Finds the events of a filter, in the order of time. What was found is kept a while, as long as it is true.
 * @param nowMs what `after:7d` is counted from.
 */
export async function explore(
  filter: Filter,
  nowMs: number,
  { signal, progress, whole = false }: Search = {},
): Promise<Found> {
  const { columns, total } = await loadColumns(whole);
  if (holder.ringleaderFound?.columns !== columns) holder.ringleaderFound = { columns, kept: new Map() };
  const { kept } = holder.ringleaderFound;
  const key = keyOf(filter, nowMs);
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const matches = await scan(columns, compileFilter(filter, columns, nowMs), signal, progress);
  const found = { matches, total, searched: columns.length };
  kept.set(key, found);
  let size = 0;
  for (const [older, { matches: own }] of [...kept].reverse()) {
    size += bytesOf(own);
    if (size > MOST_KEPT && older !== key) kept.delete(older);
  }
  return found;
}

/** What is kept of it: a bit an event, and what was counted. */
function bytesOf({ words, counted }: Matches): number {
  return [...counted.values()].reduce((sum, { byteLength }) => sum + byteLength, words.byteLength);
}

/** The same for filters that find the same; what is counted from now is the same for a minute. */
function keyOf(filter: Filter, nowMs: number): string {
  const { terms } = filter;
  const relative = terms.some(({ values }) => values.some(({ kind }) => kind === 'ago'));
  const text = JSON.stringify(terms, (name, value: unknown) => (name === 'range' ? undefined : value));
  const state = isOfEvents(filter) ? '' : readState();
  return `${relative ? Math.floor(nowMs / MINUTE_MS) : ''} ${state} ${text}`;
}
