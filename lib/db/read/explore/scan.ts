import { setImmediate as nextTurn } from 'node:timers/promises';
import { at, type Columns } from './columns';

/** One condition: keeps, in place, those of the first `n` places of a list that meet it, and tells how many they are. */
export type Test = (list: Uint32Array, n: number) => number;

/** Which events are wanted: a run of places in the columns, and what each event in it must meet besides. */
export interface Selection {
  from: number;
  to: number;
  tests: Test[];
  /** A test reads rows of the database: fewer places are looked at before others get their turn. */
  slow: boolean;
}

/** Events found: all from `from` to `to`, or, where `places` is not null, those places, which ascend. */
export interface Matches {
  columns: Columns;
  from: number;
  to: number;
  places: Uint32Array | null;
  length: number;
  /** How often each id of a column occurs, once that was counted. */
  counted: Map<Uint32Array, Uint32Array>;
}

/** Places looked at before others get their turn: a few milliseconds. */
const SLICE = 1 << 18;
const SLOW_SLICE = 1 << 13;

/**
 * Finds what a selection wants.
 * @param signal ends it early: it then throws the signal's reason.
 * @param found is told how many were found up to which place.
 */
export async function scan(
  columns: Columns,
  { from, to, tests, slow }: Selection,
  signal?: AbortSignal,
  found?: (events: number, place: number) => void,
): Promise<Matches> {
  if (tests.length === 0 && from === 0 && to === columns.length) return wholeOf(columns);
  if (tests.length === 0)
    return { columns, from, to, places: null, length: Math.max(0, to - from), counted: new Map() };
  const slice = slow ? SLOW_SLICE : SLICE;
  // Each slice is written behind what was found and sifted where it stands. Memory never written to costs nothing.
  const places = new Uint32Array(Math.max(0, to - from));
  let length = 0;
  for (let start = from; start < to; start += slice) {
    signal?.throwIfAborted();
    const end = Math.min(start + slice, to);
    const list = places.subarray(length, length + end - start);
    for (let i = 0; i < list.length; i++) list[i] = start + i;
    length += tests.reduce((n, test) => test(list, n), list.length);
    if (end === to) break;
    found?.(length, end);
    await nextTurn();
  }
  const kept = length < places.length / 2 ? places.slice(0, length) : places.subarray(0, length);
  return { columns, from, to, places: kept, length, counted: new Map() };
}

const wholes = new WeakMap<Columns, Matches>();

/** All events: what is counted of them is counted once. */
export function wholeOf(columns: Columns): Matches {
  const { length } = columns;
  const whole = wholes.get(columns) ?? { columns, from: 0, to: length, places: null, length, counted: new Map() };
  wholes.set(columns, whole);
  return whole;
}

/** The places of what was not found. */
export function restOf({ columns, places, length }: Matches & { places: Uint32Array }): Uint32Array {
  const rest = new Uint32Array(columns.length - length);
  let [found, to] = [0, 0];
  for (let place = 0; place < columns.length; place++) {
    if (found < length && at(places, found) === place) found++;
    else rest[to++] = place;
  }
  return rest;
}

/** The place of the `index`-th event found. */
export function placeOf({ places, from }: Matches, index: number): number {
  return places === null ? from + index : (places[index] ?? 0);
}

/**
 * A condition on one column: `mask[id]` is 1 for what is wanted, or, negated, for what is not.
 * @param shift bits of the ids that the mask leaves out.
 */
export function testColumn(column: Uint32Array, mask: Uint8Array, negated: boolean, shift = 0): Test {
  const flip = negated ? 1 : 0;
  return (list, n) => {
    let kept = 0;
    for (let i = 0; i < n; i++) {
      // Written out, as in all that runs over millions: what is imported is looked up at each call. And without a
      // branch: where half of what is looked at is wanted, a processor would guess wrong each second time.
      const place = list[i] ?? 0;
      list[kept] = place;
      kept += (mask[(column[place] ?? 0) >>> shift] ?? 0) ^ flip;
    }
    return kept;
  };
}

/** A condition of any other kind; slower than {@link testColumn}. */
export function testPlace(wanted: (place: number) => boolean): Test {
  return (list, n) => {
    let kept = 0;
    for (let i = 0; i < n; i++) {
      const place = at(list, i);
      if (wanted(place)) list[kept++] = place;
    }
    return kept;
  };
}

/** The first place whose second is not before `second`. */
export function placeAt({ seconds, length }: Columns, second: number): number {
  return bisect(length, (place) => at(seconds, place) < second);
}

/** As {@link placeAt}, among what was found: an index, or their number where there is none. */
export function indexAt(matches: Matches, second: number): number {
  const { seconds } = matches.columns;
  return bisect(matches.length, (index) => at(seconds, placeOf(matches, index)) < second);
}

/** How many of the first `length` numbers are before what is looked for. */
function bisect(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
