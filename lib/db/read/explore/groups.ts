import { at } from './columns';
import { type Dimension, type DimensionName, type DimensionValue, groupingOf, readDimension } from './dimensions';
import { type Matches, placeOf } from './scan';
import { countGroups, spanOfMatches } from './summaries';

/** In what order groups are listed: by their refusals, or by when they were first or last seen, the newest first. */
export const GROUP_SORTS = ['events', 'last', 'first'] as const;
export type GroupSort = (typeof GROUP_SORTS)[number];

/** One value of a dimension, with what was found of it. */
export interface Group extends DimensionValue {
  /** The row's id in its table; 0 for what is none (stage, code …). */
  id: number;
  events: number;
  /** Seconds since 1970. */
  first: number;
  last: number;
  /** Refusals in equal parts of the time that was found in all. */
  spark: number[];
}

export interface GroupPage {
  sort: GroupSort;
  limit: number;
  offset: number;
  /** Parts of a spark line. */
  parts: number;
}

/** A part of the list of a dimension's values among what was found, and how many there are. */
export function readGroups(
  matches: Matches,
  name: DimensionName,
  { sort, limit, offset, parts }: GroupPage,
): { groups: Group[]; total: number } {
  const dimension = readDimension(name, matches.columns);
  const events = countGroups(matches, dimension);
  const order: number[] = [];
  for (let group = 1; group < events.length; group++) if (at(events, group) > 0) order.push(group);
  const key = sort === 'events' ? events : readEdges(matches, groupingOf(dimension), events.length)[sort];
  order.sort((a, b) => at(key, b) - at(key, a) || a - b);
  return {
    groups: describeGroups(matches, dimension, order.slice(offset, offset + limit), parts),
    total: order.length,
  };
}

/** These values of a dimension, by their rows' ids; those of which nothing was found are left out. */
export function readGroupsOf(matches: Matches, name: DimensionName, ids: readonly number[], parts: number): Group[] {
  const dimension = readDimension(name, matches.columns);
  const events = countGroups(matches, dimension);
  const found = ids.filter((id) => id > 0 && id < events.length && at(events, id) > 0);
  return describeGroups(matches, dimension, [...new Set(found)], parts);
}

/** Of how many values of another dimension the events of these groups are: of each group, by its id. */
export function countAmong(
  matches: Matches,
  name: DimensionName,
  ids: readonly number[],
  other: DimensionName,
): Map<number, number> {
  const groupOf = groupingOf(readDimension(name, matches.columns));
  const otherOf = groupingOf(readDimension(other, matches.columns));
  const slots = slotsOf(ids);
  const sets = [new Set<number>(), ...ids.map(() => new Set<number>())];
  for (let i = 0; i < matches.length; i++) {
    const place = placeOf(matches, i);
    const slot = slots[groupOf(place)] ?? 0;
    if (slot === 0) continue;
    const value = otherOf(place);
    if (value > 0) sets[slot]?.add(value);
  }
  return new Map(ids.map((id, index) => [id, sets[index + 1]?.size ?? 0]));
}

/** The place of each group in a list, counted from 1, by its id; 0 for what is not in it. */
function slotsOf(chosen: readonly number[]): Uint16Array {
  const slots = new Uint16Array(Math.max(0, ...chosen) + 1);
  chosen.forEach((group, index) => (slots[group] = index + 1));
  return slots;
}

/** What was found of each of these groups, in their order. */
function describeGroups(matches: Matches, dimension: Dimension, chosen: readonly number[], parts: number): Group[] {
  const span = spanOfMatches(matches);
  if (!span || chosen.length === 0) return [];
  const groupOf = groupingOf(dimension);
  const slots = slotsOf(chosen);
  const events = new Uint32Array(chosen.length + 1);
  const firsts = new Float64Array(chosen.length + 1).fill(Number.POSITIVE_INFINITY);
  const lasts = new Float64Array(chosen.length + 1);
  const sparks = new Uint32Array((chosen.length + 1) * parts);
  const width = Math.max(1, (span.last - span.first + 1) / parts);
  const { seconds } = matches.columns;
  for (let i = 0; i < matches.length; i++) {
    const place = placeOf(matches, i);
    const slot = slots[groupOf(place)] ?? 0;
    if (slot === 0) continue;
    const second = at(seconds, place);
    events[slot] = at(events, slot) + 1;
    if (second < (firsts[slot] ?? 0)) firsts[slot] = second;
    lasts[slot] = second;
    const part = slot * parts + Math.floor((second - span.first) / width);
    sparks[part] = at(sparks, part) + 1;
  }
  const names = dimension.name(chosen);
  return chosen.flatMap((group, index) => {
    const value = names.get(group);
    const slot = index + 1;
    return value
      ? [
          {
            ...value,
            id: group,
            events: at(events, slot),
            first: firsts[slot] ?? 0,
            last: lasts[slot] ?? 0,
            spark: Array.from(sparks.subarray(slot * parts, (slot + 1) * parts)),
          },
        ]
      : [];
  });
}

/** When each group was first and last seen: what was found is in the order of time. */
function readEdges(
  matches: Matches,
  groupOf: (place: number) => number,
  size: number,
): { first: Uint32Array; last: Uint32Array } {
  const first = new Uint32Array(size);
  const last = new Uint32Array(size);
  const { seconds } = matches.columns;
  for (let i = 0; i < matches.length; i++) {
    const place = placeOf(matches, i);
    const group = groupOf(place);
    const second = at(seconds, place);
    if (at(first, group) === 0) first[group] = second;
    last[group] = second;
  }
  return { first, last };
}
