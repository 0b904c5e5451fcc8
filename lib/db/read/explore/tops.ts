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

/** Memory for the groups whose different things are counted in one pass over what was found, bytes: a bit for each thing. */
const PASS_BYTES = 64 * 1024 * 1024;
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
    const things = thingsOf(matches, measure);
    const size = Math.max(1, Math.floor(PASS_BYTES / (4 * wordsFor(things))));
    for (let i = 0; i < candidates.length; i += size) {
      const least = ranked.length < limit ? 0 : (ranked[limit - 1]?.amount ?? 0);
      if (at(events, candidates[i] ?? 0) <= least) break;
      const batch = candidates.slice(i, i + size);
      const amounts = countThings(matches, groupOf, batch, events.length, things);
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

/** What is counted: the number of the thing that an event has (0 is none), and the largest there is. */
interface Things {
  of(place: number): number;
  most: number;
}

function thingsOf(matches: Matches, measure: Exclude<Measure, 'events'>): Things {
  const { columns } = matches;
  if (measure === 'days') {
    const dayOf = (place: number): number => Math.floor(at(columns.seconds, place) / DAY);
    const before = dayOf(placeOf(matches, 0)) - 1;
    return { of: (place) => dayOf(place) - before, most: dayOf(placeOf(matches, matches.length - 1)) - before };
  }
  const column = columns[measure];
  let most = 0;
  for (let i = 0; i < matches.length; i++) most = Math.max(most, at(column, placeOf(matches, i)));
  return { of: (place) => at(column, place), most };
}

const wordsFor = ({ most }: Things): number => (most >>> 5) + 1;

/** How many different things each group of a batch has, by a bit for each thing. */
function countThings(
  matches: Matches,
  groupOf: (place: number) => number,
  batch: readonly number[],
  groups: number,
  things: Things,
): Uint32Array {
  const slots = new Uint32Array(groups);
  batch.forEach((group, index) => (slots[group] = index + 1));
  const words = wordsFor(things);
  const seen = new Uint32Array(words * batch.length);
  const amounts = new Uint32Array(batch.length);
  for (let i = 0; i < matches.length; i++) {
    const place = placeOf(matches, i);
    const slot = slots[groupOf(place)] ?? 0;
    const thing = things.of(place);
    if (slot === 0 || thing === 0) continue;
    const word = (slot - 1) * words + (thing >>> 5);
    const bit = 1 << (thing & 31);
    if ((at(seen, word) & bit) !== 0) continue;
    seen[word] = at(seen, word) | bit;
    amounts[slot - 1] = at(amounts, slot - 1) + 1;
  }
  return amounts;
}
