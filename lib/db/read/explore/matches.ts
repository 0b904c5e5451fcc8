import type { Columns } from './columns';

/** Events found: a bit an event, by its place in the columns. Place p is bit p % 32 of word p / 32. */
export interface Matches {
  readonly columns: Columns;
  readonly words: Int32Array;
  readonly length: number;
  /** How many were found before each {@link RANKED}th word. */
  readonly ranks: Uint32Array;
  /** How often each id of a column occurs, once that was counted. */
  readonly counted: Map<Uint32Array, Uint32Array>;
}

/** Words between two ranks. */
const RANKED = 64;
/** Places that are handed out at one time: they stay in the processor's nearest memory. */
const PORTION = 4096;

/** Words for so many places. */
export const wordsFor = (places: number): number => Math.ceil(places / 32);

/** What the bits say, counted. */
export function matchesOf(columns: Columns, words: Int32Array): Matches {
  const ranks = new Uint32Array(Math.ceil(words.length / RANKED));
  let length = 0;
  for (let rank = 0; rank < ranks.length; rank++) {
    ranks[rank] = length;
    length += countBits(words, rank * RANKED, Math.min((rank + 1) * RANKED, words.length));
  }
  return { columns, words, length, ranks, counted: new Map() };
}

/** How many bits are set in the words from `first` to before `end`. */
export function countBits(words: Int32Array, first: number, end: number): number {
  let count = 0;
  for (let i = first; i < end; i++) {
    // Hacker's Delight, 5-1: sums of two, four and eight bits, then all bytes at once.
    let word = words[i] ?? 0;
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}

/** Sets the bits of the places from `from` to before `to`. */
export function setRun(words: Int32Array, from: number, to: number): void {
  if (from >= to) return;
  const [first, last] = [from >>> 5, (to - 1) >>> 5];
  const [head, tail] = [-1 << (from & 31), -1 >>> (31 - ((to - 1) & 31))];
  if (first === last) words[first] = (words[first] ?? 0) | (head & tail);
  else {
    words[first] = (words[first] ?? 0) | head;
    words.fill(-1, first + 1, last);
    words[last] = (words[last] ?? 0) | tail;
  }
}

const wholes = new WeakMap<Columns, Matches>();

/** All events: what is counted of them is counted once. */
export function wholeOf(columns: Columns): Matches {
  const known = wholes.get(columns);
  if (known) return known;
  const words = new Int32Array(wordsFor(columns.length));
  setRun(words, 0, columns.length);
  const whole = matchesOf(columns, words);
  wholes.set(columns, whole);
  return whole;
}

/** What was not found. */
export function restOf({ columns, words }: Matches): Matches {
  const rest = new Int32Array(words.length);
  setRun(rest, 0, columns.length);
  for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) & ~(words[i] ?? 0);
  return matchesOf(columns, rest);
}

/**
 * The places of what was found, in ascending order, as lists of a few thousand: each is good until the next is asked
 * for. What runs over millions is written as a loop over such a list, with no call in it.
 * @param from the first place that is wanted
 * @param to the first that is not
 */
export function* placesOf({ columns, words }: Matches, from = 0, to = columns.length): Generator<Uint32Array> {
  const list = new Uint32Array(PORTION);
  const end = wordsFor(to);
  for (let i = from >>> 5; i < end; ) {
    let n = 0;
    for (; i < end && n <= PORTION - 32; i++) {
      let word = words[i] ?? 0;
      const base = i << 5;
      if (base < from) word &= -1 << (from & 31);
      if (base + 32 > to) word &= -1 >>> (31 - ((to - 1) & 31));
      if (word === -1) for (let bit = 0; bit < 32; bit++) list[n++] = base + bit;
      else {
        for (; word !== 0; word &= word - 1) list[n++] = base + 31 - Math.clz32(word & -word);
      }
    }
    if (n > 0) yield list.subarray(0, n);
  }
}

/** As {@link placesOf} all of them, in descending order. */
export function* placesBack({ words }: Matches): Generator<Uint32Array> {
  const list = new Uint32Array(PORTION);
  for (let i = words.length - 1; i >= 0; ) {
    let n = 0;
    for (; i >= 0 && n <= PORTION - 32; i--) {
      for (let word = words[i] ?? 0; word !== 0; ) {
        const bit = 31 - Math.clz32(word);
        list[n++] = (i << 5) + bit;
        word &= ~(1 << bit);
      }
    }
    if (n > 0) yield list.subarray(0, n);
  }
}

/** The place of the `index`-th event found, which is one of them. */
export function placeOf({ words, ranks }: Matches, index: number): number {
  const rank = bisect(ranks.length, (i) => (ranks[i] ?? 0) <= index) - 1;
  let left = index - (ranks[rank] ?? 0);
  let i = rank * RANKED;
  for (let own = countBits(words, i, i + 1); left >= own; own = countBits(words, i, i + 1)) {
    left -= own;
    i++;
  }
  let word = words[i] ?? 0;
  for (; left > 0; left--) word &= word - 1;
  return (i << 5) + 31 - Math.clz32(word & -word);
}

/** The first place whose second is not before `second`. */
export function placeAt({ seconds, length }: Columns, second: number): number {
  return bisect(length, (place) => (seconds[place] ?? 0) < second);
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
