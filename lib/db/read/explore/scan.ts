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
  if (tests.length === 0)
    return { columns, from, to, places: null, length: Math.max(0, to - from), counted: new Map() };
  const slice = slow ? SLOW_SLICE : SLICE;
  let places = new Uint32Array(Math.min(slice, Math.max(0, to - from)));
  let length = 0;
  const list = new Uint32Array(slice);
  for (let start = from; start < to; start += slice) {
    signal?.throwIfAborted();
    const end = Math.min(start + slice, to);
    for (let i = start; i < end; i++) list[i - start] = i;
    let n = end - start;
    for (const test of tests) n = test(list, n);
    if (length + n > places.length) {
      const larger = new Uint32Array(Math.min(to - from, Math.max(2 * places.length, length + n)));
      larger.set(places.subarray(0, length));
      places = larger;
    }
    places.set(list.subarray(0, n), length);
    length += n;
    if (end === to) break;
    found?.(length, end);
    await nextTurn();
  }
  return { columns, from, to, places: places.subarray(0, length), length, counted: new Map() };
}

/** The place of the `index`-th event found. */
export function placeOf({ places, from }: Matches, index: number): number {
  return places === null ? from + index : at(places, index);
}

/** A condition on one column: `mask[id]` is 1 for what is wanted, or, negated, for what is not. */
export function testColumn(column: Uint32Array, mask: Uint8Array, negated: boolean): Test {
  return (list, n) => {
    let kept = 0;
    for (let i = 0; i < n; i++) {
      const place = at(list, i);
      if ((mask[at(column, place)] === 1) !== negated) list[kept++] = place;
    }
    return kept;
  };
}

/** As {@link testColumn}, where the mask is of what the ids are divided by. */
export function testDivided(column: Uint32Array, divisor: number, mask: Uint8Array, negated: boolean): Test {
  return (list, n) => {
    let kept = 0;
    for (let i = 0; i < n; i++) {
      const place = at(list, i);
      if ((mask[Math.floor(at(column, place) / divisor)] === 1) !== negated) list[kept++] = place;
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
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(seconds, middle) < second) low = middle + 1;
    else high = middle;
  }
  return low;
}
