import { at, type Columns } from './columns';
import { type Dimension, type DimensionName, type DimensionValue, readDimension } from './dimensions';
import { readKinds } from './masks';
import { type Matches, placeAt, placeOf, placesOf, restOf, wholeOf } from './matches';

/** How many events a value has, and how many values there are besides those that are shown. */
export interface Facet {
  name: DimensionName;
  /** `id` is that of the row in its table. */
  values: Array<DimensionValue & { id: number; events: number }>;
  /** Values in all, the shown ones too. */
  total: number;
  /** Events without a value. */
  none: number;
}

/** How often each group of a dimension occurs in what was found; place 0 counts those of none. */
export function countGroups(matches: Matches, { column, shift, groups }: Dimension): Uint32Array {
  const counts = countColumn(matches, column, shift);
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

/** How often each id, shifted, occurs in a column; counted once, since several dimensions go by one column. */
export function countColumn(matches: Matches, column: Uint32Array, shift = 0): Uint32Array {
  const known = matches.counted.get(column);
  if (known) return known;
  // What is most of all is counted sooner by what it is not.
  const ofAll = wholeOf(matches.columns).counted.get(column);
  const rest = ofAll && matches.length > matches.columns.length / 2 ? restOf(matches) : null;
  const counts =
    ofAll && rest ? ofAll.slice() : new Uint32Array((largestId(column, matches.columns.length) >>> shift) + 1);
  const step = rest ? -1 : 1;
  for (const places of placesOf(rest ?? matches)) {
    for (let i = 0; i < places.length; i++) {
      const id = (column[places[i] ?? 0] ?? 0) >>> shift;
      counts[id] = (counts[id] ?? 0) + step;
    }
  }
  matches.counted.set(column, counts);
  return counts;
}

/** The largest id of each column, as far as it was looked through; a column only grows. */
const largestIds = new WeakMap<Uint32Array, { most: number; length: number }>();

function largestId(column: Uint32Array, length: number): number {
  let { most, length: from } = largestIds.get(column) ?? { most: 0, length: 0 };
  for (; from < length; from++) most = Math.max(most, at(column, from));
  largestIds.set(column, { most, length: from });
  return most;
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
      return value ? [{ ...value, id: group, events: at(counts, group) }] : [];
    }),
    total: countUsed(counts),
    none: at(counts, 0),
  };
}

/** The groups with the highest counts, without group 0, highest first; of the same count, those with more of `then`. */
export function largest(counts: Uint32Array, limit: number, then: Uint32Array = counts): number[] {
  let floor = 1;
  let chosen: number[] = [];
  const byCount = (a: number, b: number): number => at(counts, b) - at(counts, a) || at(then, b) - at(then, a) || a - b;
  for (let group = 1; group < counts.length; group++) {
    if (at(counts, group) < floor) continue;
    chosen.push(group);
    if (chosen.length >= 4 * limit + 64) {
      chosen = chosen.sort(byCount).slice(0, limit);
      floor = at(counts, chosen.at(-1) ?? 0);
    }
  }
  return chosen.sort(byCount).slice(0, limit);
}

/** How many different ids a column of what was found holds. */
export function countDistinct(
  matches: Matches,
  column: keyof Columns & ('addresses' | 'recipients' | 'templates'),
): number {
  return countUsed(countColumn(matches, matches.columns[column]));
}

/** How many groups have events, without those of none. */
export function countUsed(counts: Uint32Array): number {
  let used = 0;
  for (let group = 1; group < counts.length; group++) if (at(counts, group) > 0) used++;
  return used;
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
  const counts: Histogram['counts'] = { '5xx': [], '4xx': [], other: [] };
  const kinds = readKinds();
  const { kinds: column, length } = matches.columns;
  const ofKind = new Uint32Array(largestId(column, length) + 1);
  for (let span = 0; span < count; span++) {
    ofKind.fill(0);
    const [first, end] = [
      placeAt(matches.columns, from + span * width),
      placeAt(matches.columns, from + (span + 1) * width),
    ];
    for (const places of placesOf(matches, first, end)) {
      for (let i = 0; i < places.length; i++) {
        const kind = column[places[i] ?? 0] ?? 0;
        ofKind[kind] = (ofKind[kind] ?? 0) + 1;
      }
    }
    const sums = { '5xx': 0, '4xx': 0, other: 0 };
    for (const { id, code } of kinds) sums[classOf(code)] += ofKind[id] ?? 0;
    for (const name of REFUSAL_CLASSES) counts[name].push(sums[name]);
  }
  return { from, width, counts };
}

const classOf = (code: number | null): (typeof REFUSAL_CLASSES)[number] =>
  code === null || code < 400 ? 'other' : code < 500 ? '4xx' : '5xx';
