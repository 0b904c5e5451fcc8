import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Columns } from './columns';
import { countBits, type Matches, matchesOf, setRun, wholeOf, wordsFor } from './matches';

/** Adds to `kept`, in the words from `first` to before `end`, those of the events in `words` that it wants. */
export type Keep = (words: Int32Array, kept: Int32Array, first: number, end: number) => void;

/** One condition: an event is wanted by one of these at least, or, negated, by none. */
export interface Test {
  keeps: readonly Keep[];
  negated: boolean;
}

/** Which events are wanted: a run of places in the columns, and what each event in it must meet besides. */
export interface Selection {
  from: number;
  to: number;
  tests: Test[];
  /** A test reads rows of the database: fewer events are looked at before others get their turn. */
  slow: boolean;
}

/** Words looked at before others get their turn: a few milliseconds. */
const SLICE = 1 << 13;
const SLOW_SLICE = 1 << 8;

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
  const slice = slow ? SLOW_SLICE : SLICE;
  const words = new Int32Array(wordsFor(columns.length));
  const kept = new Int32Array(words.length);
  setRun(words, from, to);
  const last = tests.length === 0 ? 0 : wordsFor(to);
  let events = 0;
  for (let first = from >>> 5; first < last; first += slice) {
    signal?.throwIfAborted();
    const end = Math.min(first + slice, last);
    for (const test of tests) applyTest(test, words, kept, first, end);
    if (end === last) break;
    if (found) found((events += countBits(words, first, end)), end << 5);
    await nextTurn();
  }
  return matchesOf(columns, words);
}

/** @param kept words in which nothing stands yet */
function applyTest({ keeps, negated }: Test, words: Int32Array, kept: Int32Array, first: number, end: number): void {
  for (const keep of keeps) keep(words, kept, first, end);
  for (let i = first; i < end; i++) {
    words[i] = negated ? (words[i] ?? 0) & ~(kept[i] ?? 0) : (kept[i] ?? 0);
    kept[i] = 0;
  }
}

/** Those of what was found that are wanted besides. */
export function narrow({ columns, words }: Matches, keep: Keep): Matches {
  const kept = new Int32Array(words.length);
  keep(words, kept, 0, words.length);
  return matchesOf(columns, kept);
}

/** Those of what was found that have one of these ids in a column. */
export function narrowTo(matches: Matches, column: Uint32Array, ids: readonly number[]): Matches {
  const mask = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const id of ids) mask[id] = 1;
  return narrow(matches, keepIds(column, mask));
}

/**
 * Wants by an id: `mask[id]` is 1 for what is wanted.
 * @param shift bits of the ids that the mask leaves out
 */
export function keepIds(column: Uint32Array, mask: Uint8Array, shift = 0): Keep {
  return (words, kept, first, end) => {
    // Written out, as all that runs over millions: what is imported is looked up at each call. And without a branch
    // an event: where half of what is looked at is wanted, a processor would guess wrong each second time.
    for (let i = first; i < end; i++) {
      let word = (words[i] ?? 0) & ~(kept[i] ?? 0);
      if (word === 0) continue;
      const base = i << 5;
      let wanted = 0;
      if (word === -1) {
        for (let bit = 0; bit < 32; bit++) wanted |= (mask[(column[base + bit] ?? 0) >>> shift] ?? 0) << bit;
      } else {
        for (; word !== 0; word &= word - 1) {
          const bit = 31 - Math.clz32(word & -word);
          wanted |= (mask[(column[base + bit] ?? 0) >>> shift] ?? 0) << bit;
        }
      }
      kept[i] = (kept[i] ?? 0) | wanted;
    }
  };
}

/** Wants what was looked up before: a bit an event. */
export function keepBits(wanted: Int32Array): Keep {
  return (words, kept, first, end) => {
    for (let i = first; i < end; i++) kept[i] = (kept[i] ?? 0) | ((words[i] ?? 0) & (wanted[i] ?? 0));
  };
}

/** Wants by what is asked of a list of places; the answer is those that are wanted. Only of events that none wants yet. */
export function keepPlaces(choose: (places: number[]) => Iterable<number>): Keep {
  return (words, kept, first, end) => {
    const places: number[] = [];
    for (let i = first; i < end; i++) {
      for (let word = (words[i] ?? 0) & ~(kept[i] ?? 0); word !== 0; word &= word - 1) {
        places.push((i << 5) + 31 - Math.clz32(word & -word));
      }
    }
    for (const place of choose(places)) setRun(kept, place, place + 1);
  };
}
