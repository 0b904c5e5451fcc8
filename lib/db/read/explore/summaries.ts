import { at, type Columns } from './columns';
import { type Dimension, type DimensionName, type DimensionValue, readDimension } from './dimensions';
import { readKinds } from './masks';
import { type Matches, placeOf } from './scan';
import { hourOfWeek } from './select';

/** How many events a value has, and how many values there are besides those that are shown. */
export interface Facet {
  name: DimensionName;
  values: Array<DimensionValue & { events: number }>;
  /** Values in all, the shown ones too. */
  total: number;
  /** Events without a value. */
  none: number;
}

/** How often each group of a dimension occurs in what was found; place 0 counts those of none. */
export function countGroups(matches: Matches, { column, divisor, groups }: Dimension): Uint32Array {
  const counts = countColumn(matches, column, divisor);
  if (groups === null) return counts;
  let most = 0;
  for (let id = 0; id < groups.length; id++) most = Math.max(most, at(groups, id));
  const folded = new Uint32Array(most + 1);
  for (let id = 0; id < counts.length; id++) {
    const group = at(groups, id);
    folded[group] = at(folded, group) + at(counts, id);
  }
  return folded;
}

/** How many events each value of a dimension has, by its id; place 0 counts those of none. */
export function countEvents(matches: Matches, name: DimensionName): Uint32Array {
  return countGroups(matches, readDimension(name, matches.columns));
}

/** How often each id, divided, occurs in a column; counted once, since several dimensions go by one column. */
function countColumn(matches: Matches, column: Uint32Array, divisor: number): Uint32Array {
  const known = matches.counted.get(column);
  if (known) return known;
  const { places, from, to } = matches;
  let most = 0;
  if (places === null) for (let i = from; i < to; i++) most = Math.max(most, at(column, i));
  else for (let i = 0; i < places.length; i++) most = Math.max(most, at(column, at(places, i)));
  const counts = new Uint32Array(Math.floor(most / divisor) + 1);
  // Written out: dividing by 1 costs more than all the rest.
  if (divisor !== 1) {
    for (let i = 0; i < matches.length; i++) {
      const id = Math.floor(at(column, placeOf(matches, i)) / divisor);
      counts[id] = at(counts, id) + 1;
    }
  } else if (places === null) {
    for (let i = from; i < to; i++) {
      const id = at(column, i);
      counts[id] = at(counts, id) + 1;
    }
  } else {
    for (let i = 0; i < places.length; i++) {
      const id = at(column, at(places, i));
      counts[id] = at(counts, id) + 1;
    }
  }
  matches.counted.set(column, counts);
  return counts;
}

/** The values of a dimension that most of what was found has. */
export function readFacet(matches: Matches, name: DimensionName, limit: number): Facet {
  const dimension = readDimension(name, matches.columns);
  const counts = countGroups(matches, dimension);
  const groups = largest(counts, limit);
  const names = dimension.name(groups);
  return {
    name,
    values: groups.flatMap((group) => {
      const value = names.get(group);
      return value ? [{ ...value, events: at(counts, group) }] : [];
    }),
    total: counts.reduce((n, count, group) => n + (group > 0 && count > 0 ? 1 : 0), 0),
    none: at(counts, 0),
  };
}

/** The groups with the highest counts, without group 0, highest first. */
export function largest(counts: Uint32Array, limit: number): number[] {
  let floor = 1;
  let chosen: number[] = [];
  const byCount = (a: number, b: number): number => at(counts, b) - at(counts, a) || a - b;
  for (let group = 1; group < counts.length; group++) {
    if (at(counts, group) < floor) continue;
    chosen.push(group);
    if (chosen.length >= 4 * limit + 64) {
      chosen = chosen.sort(byCount).slice(0, limit);
      floor = at(counts, chosen.at(-1) ?? 0) + 1;
    }
  }
  return chosen.sort(byCount).slice(0, limit);
}

/** How many different ids a column of what was found holds. */
export function countDistinct(
  matches: Matches,
  column: keyof Columns & ('addresses' | 'recipients' | 'templates'),
): number {
  return countColumn(matches, matches.columns[column], 1).reduce(
    (n, count, id) => n + (id > 0 && count > 0 ? 1 : 0),
    0,
  );
}

/** The first and the last second of what was found; null where nothing was. */
export function spanOfMatches(matches: Matches): { first: number; last: number } | null {
  if (matches.length === 0) return null;
  const { seconds } = matches.columns;
  return { first: at(seconds, placeOf(matches, 0)), last: at(seconds, placeOf(matches, matches.length - 1)) };
}

/** How a mail server refused: for good, for now, or without a reply. */
export const REFUSAL_CLASSES = ['5xx', '4xx', 'other'] as const;

/** Events in equal spans of time, by how they were refused. */
export interface Histogram {
  /** Seconds since 1970. */
  from: number;
  /** Seconds. */
  width: number;
  /** One list a class, of one number a span. */
  counts: Record<(typeof REFUSAL_CLASSES)[number], number[]>;
}

/** What was found from `from` on, in `count` spans of `width` seconds. */
export function readHistogram(matches: Matches, from: number, width: number, count: number): Histogram {
  const { columns } = matches;
  const kinds = readKinds();
  const classes = new Uint8Array(Math.max(0, ...kinds.map(({ id }) => id)) + 1).fill(2);
  for (const { id, code } of kinds) if (code !== null && code >= 400) classes[id] = code >= 500 ? 0 : 1;
  const sums = new Uint32Array(3 * count);
  for (let i = 0; i < matches.length; i++) {
    const place = placeOf(matches, i);
    const span = Math.floor((at(columns.seconds, place) - from) / width);
    if (span < 0 || span >= count) continue;
    const cell = (classes[at(columns.kinds, place)] ?? 2) * count + span;
    sums[cell] = at(sums, cell) + 1;
  }
  const listOf = (index: number): number[] => Array.from(sums.subarray(index * count, (index + 1) * count));
  return { from, width, counts: { '5xx': listOf(0), '4xx': listOf(1), other: listOf(2) } };
}

/** Events by the hour of the week at which their log says they were refused: 168 numbers from Monday's first hour. */
export function countWeekHours(matches: Matches): number[] {
  const hourOf = hourOfWeek(matches.columns, readKinds());
  const counts = new Uint32Array(168);
  for (let i = 0; i < matches.length; i++) {
    const hour = hourOf(placeOf(matches, i));
    counts[hour] = at(counts, hour) + 1;
  }
  return Array.from(counts);
}
