import { at } from './columns';
import { type DimensionName, type DimensionValue, groupingOf, readDimension } from './dimensions';
import { type Matches, placeOf } from './scan';
import { countGroups, largest } from './summaries';

/** By what values are ranked: how many refusals, or of how many different things. */
export const MEASURES = ['events', 'addresses', 'recipients', 'templates', 'days'] as const;
export type Measure = (typeof MEASURES)[number];

export interface TopValue extends DimensionValue {
  events: number;
  /** By which it is ranked. */
  amount: number;
}

/** Groups whose different things are counted in one pass over what was found. */
const BATCH = 64;
const DAY = 86_400;

/**
 * The values of a dimension that have most of something. A value cannot have more different things than refusals: so
 * only those with many refusals are looked at, until no other can come among the first.
 */
export function readTop(matches: Matches, name: DimensionName, measure: Measure, limit: number): TopValue[] {
  const dimension = readDimension(name, matches.columns);
  const events = countGroups(matches, dimension);
  const ranked: Array<{ group: number; amount: number }> = [];
  if (measure === 'events') {
    for (const group of largest(events, limit)) ranked.push({ group, amount: at(events, group) });
  } else {
    const candidates = largest(events, events.length);
    const groupOf = groupingOf(dimension);
    for (let i = 0; i < candidates.length; i += BATCH) {
      const least = ranked.length < limit ? 0 : (ranked[limit - 1]?.amount ?? 0);
      if (at(events, candidates[i] ?? 0) <= least) break;
      const batch = candidates.slice(i, i + BATCH);
      const amounts = countThings(matches, groupOf, batch, events.length, measure);
      batch.forEach((group, index) => ranked.push({ group, amount: at(amounts, index) }));
      ranked.sort((a, b) => b.amount - a.amount || at(events, b.group) - at(events, a.group) || a.group - b.group);
      ranked.splice(limit);
    }
  }
  const names = dimension.name(ranked.map(({ group }) => group));
  return ranked.flatMap(({ group, amount }) => {
    const value = names.get(group);
    return value ? [{ ...value, events: at(events, group), amount }] : [];
  });
}

/** How many different things each group of a batch has, by a bit for each thing. */
function countThings(
  matches: Matches,
  groupOf: (place: number) => number,
  batch: readonly number[],
  groups: number,
  measure: Exclude<Measure, 'events'>,
): Uint32Array {
  const { columns } = matches;
  const slots = new Uint8Array(groups);
  batch.forEach((group, index) => (slots[group] = index + 1));
  const [first, last] = [placeOf(matches, 0), placeOf(matches, matches.length - 1)];
  const firstDay = Math.floor(at(columns.seconds, first) / DAY);
  const thingOf =
    measure === 'days'
      ? (place: number): number => Math.floor(at(columns.seconds, place) / DAY) - firstDay + 1
      : (place: number): number => at(columns[measure], place);
  let most = Math.floor(at(columns.seconds, last) / DAY) - firstDay + 1;
  if (measure !== 'days') for (let i = 0; i < matches.length; i++) most = Math.max(most, thingOf(placeOf(matches, i)));
  const words = (most >>> 5) + 1;
  const seen = new Uint32Array(words * batch.length);
  const amounts = new Uint32Array(batch.length);
  for (let i = 0; i < matches.length; i++) {
    const place = placeOf(matches, i);
    const slot = slots[groupOf(place)] ?? 0;
    const thing = thingOf(place);
    if (slot === 0 || thing === 0) continue;
    const word = (slot - 1) * words + (thing >>> 5);
    const bit = 1 << (thing & 31);
    if ((at(seen, word) & bit) !== 0) continue;
    seen[word] = at(seen, word) | bit;
    amounts[slot - 1] = at(amounts, slot - 1) + 1;
  }
  return amounts;
}
