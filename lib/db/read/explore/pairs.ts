import { at, type Columns } from './columns';
import type { Mask } from './masks';
import { type Matches, placesOf } from './matches';
import { keepIds, narrow, narrowTo } from './scan';
import { countColumn } from './summaries';

/** Two ids that occur together. */
export interface Pair {
  asked: number;
  other: number;
  events: number;
}

type Side = keyof Columns & ('addresses' | 'templates');

/** Memory for how often each of the asked ids occurs with each other one, bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Of each of some ids in one column, those of another that it occurs with most often.
 * @param wanted which ids of the other column count; null for all.
 * @param most pairs of each id.
 * @returns `whole` is false where the ids were more than one pass can take: then only the first of them were looked for.
 */
export function readPairs(
  matches: Matches,
  [column, otherColumn]: readonly [Side, Side],
  ids: readonly number[],
  wanted: Mask | null,
  most: number,
  bytes = MOST_BYTES,
): { pairs: Pair[]; whole: boolean } {
  const [columnOf, otherOf] = [matches.columns[column], matches.columns[otherColumn]];
  const width = countColumn(matches, otherOf).length;
  const asked = ids.slice(0, Math.max(1, Math.floor(bytes / (4 * width))));
  const slots = new Uint32Array(countColumn(matches, columnOf).length);
  asked.forEach((id, index) => (slots[id] = index));
  const theirs = narrowTo(matches, columnOf, asked);
  const both = wanted === null ? theirs : narrow(theirs, keepIds(otherOf, wanted));
  const counts = new Uint32Array(asked.length * width);
  const met = asked.map((): number[] => []);
  for (const places of placesOf(both)) {
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      const slot = slots[columnOf[place] ?? 0] ?? 0;
      const other = otherOf[place] ?? 0;
      const before = counts[slot * width + other] ?? 0;
      counts[slot * width + other] = before + 1;
      if (before === 0 && other > 0) met[slot]?.push(other);
    }
  }
  const pairs = asked.flatMap((id, slot) => {
    const eventsOf = (other: number): number => at(counts, slot * width + other);
    const others = (met[slot] ?? []).sort((a, b) => eventsOf(b) - eventsOf(a) || a - b);
    return others.slice(0, most).map((other) => ({ asked: id, other, events: eventsOf(other) }));
  });
  return { pairs, whole: asked.length === ids.length };
}
