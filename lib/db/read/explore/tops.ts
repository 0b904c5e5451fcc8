import { at } from './columns';
import { type Dimension, type DimensionName, type DimensionValue, groupingOf, readDimension } from './dimensions';
import { slotsOf } from './groups';
import { type Matches, placesOf } from './matches';
import { countColumn, countGroups, largest } from './summaries';

/** By what values are ranked: how many refusals, or of how many different things. */
export const MEASURES = ['events', 'addresses', 'recipients', 'templates', 'days'] as const;
export type Measure = (typeof MEASURES)[number];

export interface TopValue extends DimensionValue {
  events: number;
  /** By which it is ranked. */
  amount: number;
}

/** Memory for the groups whose different things are counted in one pass over what was found, bytes: a bit for each thing. */
const PASS_BYTES = 64 * 1024 * 1024;
/** Slots are numbers of 16 bits. */
const MOST_SLOTS = 0xffff;
const DAY = 86_400;

/**
 * The values of a dimension that have most of something. A value cannot have more different things than refusals: so
 * only those with many refusals are looked at, until no other can come among the first.
 */
export function readTop(matches: Matches, name: DimensionName, measure: Measure, limit: number): TopValue[] {
  const dimension = readDimension(name, matches.columns);
  const events = countGroups(matches, dimension);
  const amounts = countMeasure(matches, dimension, measure, events, limit);
  const order = largest(amounts, limit, events);
  const names = dimension.name(order);
  return order.flatMap((group) => {
    const value = names.get(group);
    return value ? [{ ...value, events: at(events, group), amount: at(amounts, group) }] : [];
  });
}

/** What groups are ranked by; those that cannot come among the first `limit` may have 0. */
function countMeasure(
  matches: Matches,
  dimension: Dimension,
  measure: Measure,
  events: Uint32Array,
  limit: number,
): Uint32Array {
  if (measure === 'events') return events;
  if (measure === 'days') return countDays(matches, dimension, events.length);
  const things = matches.columns[measure];
  return things === dimension.column
    ? countMembers(matches, dimension, events.length)
    : countThings(matches, dimension, things, events, limit);
}

/** On how many days each group was seen: what was found is in the order of time. */
function countDays(matches: Matches, dimension: Dimension, size: number): Uint32Array {
  const groupOf = groupingOf(dimension);
  const lastDay = new Uint32Array(size);
  const days = new Uint32Array(size);
  const { seconds } = matches.columns;
  for (const places of placesOf(matches)) {
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const group = groupOf(place);
      const day = Math.floor((seconds[place] ?? 0) / DAY) + 1;
      if (lastDay[group] === day) continue;
      lastDay[group] = day;
      days[group] = (days[group] ?? 0) + 1;
    }
  }
  return days;
}

/** How many of the things that a dimension's groups are made of were found of each. */
function countMembers(matches: Matches, { column, groups }: Dimension, size: number): Uint32Array {
  const counts = countColumn(matches, column);
  const members = new Uint32Array(size);
  for (let id = 1; id < counts.length; id++) {
    const group = groups === null ? id : at(groups, id);
    if (at(counts, id) > 0) members[group] = at(members, group) + 1;
  }
  return members;
}

/** How many different things the groups have, as many groups at a time as memory allows: a bit for each thing. */
function countThings(
  matches: Matches,
  dimension: Dimension,
  things: Uint32Array,
  events: Uint32Array,
  limit: number,
): Uint32Array {
  const { column, shift } = dimension;
  const amounts = new Uint32Array(events.length);
  const words = (countColumn(matches, things).length >>> 5) + 1;
  const size = Math.min(MOST_SLOTS, Math.max(1, Math.floor(PASS_BYTES / (4 * words))));
  const candidates = largest(events, events.length);
  for (let i = 0; i < candidates.length; i += size) {
    const least = at(amounts, largest(amounts, limit)[limit - 1] ?? 0);
    if (at(events, candidates[i] ?? 0) <= least) break;
    const batch = candidates.slice(i, i + size);
    const slots = slotsOf(dimension, batch);
    const seen = new Uint32Array(words * batch.length);
    for (const places of placesOf(matches)) {
      for (let j = 0; j < places.length; j++) {
        const place = places[j] ?? 0;
        const slot = slots[(column[place] ?? 0) >>> shift] ?? 0;
        const thing = things[place] ?? 0;
        if (slot === 0 || thing === 0) continue;
        const word = (slot - 1) * words + (thing >>> 5);
        const bit = 1 << (thing & 31);
        if (((seen[word] ?? 0) & bit) !== 0) continue;
        seen[word] = (seen[word] ?? 0) | bit;
        const group = batch[slot - 1] ?? 0;
        amounts[group] = (amounts[group] ?? 0) + 1;
      }
    }
  }
  return amounts;
}
