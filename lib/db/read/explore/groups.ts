import { at } from './columns';
import { type Dimension, type DimensionName, type DimensionValue, groupingOf, readDimension } from './dimensions';
import { type Matches, placeAt, placesBack, placesOf } from './matches';
import { keepIds, narrow } from './scan';
import { countGroups, countUsed, largest, spanOfMatches } from './summaries';

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
  const total = countUsed(events);
  const order = orderGroups(matches, dimension, events, sort, total, offset + limit);
  return { groups: describeGroups(matches, dimension, order.slice(offset), parts), total };
}

/** The first `count` groups of an order, of `total` in all. */
function orderGroups(
  matches: Matches,
  dimension: Dimension,
  events: Uint32Array,
  sort: GroupSort,
  total: number,
  count: number,
): number[] {
  if (sort === 'events') return largest(events, count);
  // What is first seen last is known when all are met.
  const enough = sort === 'last' ? Math.min(count, total) : total;
  const order: number[] = [];
  // In the order of time: seen last is what is met first from the end.
  const met = new Uint8Array(events.length);
  const { column, shift, groups: groupOf } = dimension;
  for (const places of sort === 'last' ? placesBack(matches) : placesOf(matches)) {
    for (let i = 0; i < places.length; i++) {
      const id = (column[places[i] ?? 0] ?? 0) >>> shift;
      const group = groupOf === null ? id : (groupOf[id] ?? 0);
      if (group === 0 || met[group] === 1) continue;
      met[group] = 1;
      order.push(group);
    }
    if (order.length >= enough) break;
  }
  return sort === 'last' ? order.slice(0, count) : order.reverse().slice(0, count);
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
  const dimension = readDimension(name, matches.columns);
  const otherOf = groupingOf(readDimension(other, matches.columns));
  const { column, shift } = dimension;
  const slots = slotsOf(dimension, ids);
  const sets = [new Set<number>(), ...ids.map(() => new Set<number>())];
  for (const places of placesOf(onlyOf(matches, dimension, slots))) {
    for (const place of places) {
      const value = otherOf(place);
      if (value > 0) sets[slots[at(column, place) >>> shift] ?? 0]?.add(value);
    }
  }
  return new Map(ids.map((id, index) => [id, sets[index + 1]?.size ?? 0]));
}

/** What was found of some groups, by the ids that have a slot. */
function onlyOf(matches: Matches, { column, shift }: Dimension, slots: Uint16Array): Matches {
  const mask = new Uint8Array(slots.length);
  for (let id = 0; id < slots.length; id++) mask[id] = slots[id] === 0 ? 0 : 1;
  return narrow(matches, keepIds(column, mask, shift));
}

/** Of each id in a dimension's column, the place of its group in a list, counted from 1; 0 for what is not in it. */
export function slotsOf({ groups }: Dimension, chosen: readonly number[]): Uint16Array {
  const slots = new Uint16Array(chosen.reduce((most, group) => Math.max(most, group), 0) + 1);
  chosen.forEach((group, index) => (slots[group] = index + 1));
  if (groups === null) return slots;
  const ofIds = new Uint16Array(groups.length);
  for (let id = 0; id < groups.length; id++) ofIds[id] = slots[at(groups, id)] ?? 0;
  return ofIds;
}

/** What was found of each of these groups, in their order. */
function describeGroups(matches: Matches, dimension: Dimension, chosen: readonly number[], parts: number): Group[] {
  const span = spanOfMatches(matches);
  if (!span || chosen.length === 0) return [];
  const { column, shift } = dimension;
  const { seconds } = matches.columns;
  const slots = slotsOf(dimension, chosen);
  const firsts = new Uint32Array(chosen.length + 1);
  const lasts = new Uint32Array(chosen.length + 1);
  const sparks = new Uint32Array((chosen.length + 1) * parts);
  const width = (span.last - span.first + 1) / parts;
  const chosenOnly = onlyOf(matches, dimension, slots);
  for (let part = 0; part < parts; part++) {
    const from = placeAt(matches.columns, span.first + part * width);
    const to = placeAt(matches.columns, span.first + (part + 1) * width);
    for (const places of placesOf(chosenOnly, from, to)) {
      for (let i = 0; i < places.length; i++) {
        const place = places[i] ?? 0;
        const slot = slots[(column[place] ?? 0) >>> shift] ?? 0;
        const second = seconds[place] ?? 0;
        if (firsts[slot] === 0) firsts[slot] = second;
        lasts[slot] = second;
        const cell = slot * parts + part;
        sparks[cell] = (sparks[cell] ?? 0) + 1;
      }
    }
  }
  const names = dimension.name(chosen);
  return chosen.flatMap((id, index) => {
    const value = names.get(id);
    if (!value) return [];
    const slot = index + 1;
    const spark = Array.from(sparks.subarray(slot * parts, (slot + 1) * parts));
    const events = spark.reduce((sum, part) => sum + part, 0);
    return [{ ...value, id, events, first: at(firsts, slot), last: at(lasts, slot), spark }];
  });
}
