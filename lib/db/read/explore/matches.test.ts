import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from './columns';
import { matchesOf, placeAt, placeOf, placesBack, placesOf, restOf, setRun, wholeOf, wordsFor } from './matches';
import { keepBits, keepIds, keepPlaces, narrow, scan } from './scan';

/** So many events that several ranks, portions and a last word that is not full are met. */
const EVENTS = 10_007;

const columns: Columns = {
  length: EVENTS,
  // Several share a second; there is room behind the last.
  seconds: Uint32Array.from({ length: EVENTS + 100 }, (_, place) => 1000 + Math.floor(place / 3)),
  ids: Uint32Array.from({ length: EVENTS + 100 }, (_, place) => place + 1),
  addresses: Uint32Array.from({ length: EVENTS + 100 }, (_, place) => (place * 7919) % 31),
  kinds: Uint32Array.from({ length: EVENTS + 100 }, (_, place) => (place * 104_729) % 5),
  templates: new Uint32Array(EVENTS + 100),
  recipients: new Uint32Array(EVENTS + 100),
};

const all = Array.from({ length: EVENTS }, (_, place) => place);
function taken(lists: Iterable<Uint32Array>): number[] {
  const places: number[] = [];
  for (const list of lists) places.push(...list);
  return places;
}

/** Runs that are set, some of them in one word, some over many, some empty. */
const runs = fc.array(
  fc.tuple(fc.nat(EVENTS - 1), fc.oneof(fc.nat(40), fc.nat(EVENTS))).map(([from, length]) => ({
    from,
    to: Math.min(EVENTS, from + length),
  })),
  { maxLength: 8 },
);
const isIn = (some: ReadonlyArray<{ from: number; to: number }>, place: number): boolean =>
  some.some(({ from, to }) => place >= from && place < to);

describe('a bit an event', () => {
  test('places come in order, back, in parts and one by one, and the rest is what is left', () => {
    fc.assert(
      fc.property(runs, fc.nat(EVENTS), fc.nat(EVENTS), (some, a, b) => {
        const words = new Int32Array(wordsFor(EVENTS));
        for (const { from, to } of some) setRun(words, from, to);
        const found = matchesOf(columns, words);
        const expected = all.filter((place) => isIn(some, place));
        expect(found.length).toBe(expected.length);
        expect(taken(placesOf(found))).toEqual(expected);
        expect(taken(placesBack(found))).toEqual([...expected].reverse());
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(taken(placesOf(found, from, to))).toEqual(expected.filter((place) => place >= from && place < to));
        for (const index of [0, 1, 63, 64, expected.length >>> 1, expected.length - 1]) {
          if (index in expected) expect(placeOf(found, index)).toBe(expected[index]);
        }
        expect(taken(placesOf(restOf(found)))).toEqual(all.filter((place) => !isIn(some, place)));
      }),
      { numRuns: 60 },
    );
  });

  test('all of them are all, and only those', () => {
    expect(wholeOf(columns).length).toBe(EVENTS);
    expect(taken(placesOf(wholeOf(columns)))).toEqual(all);
    expect(restOf(wholeOf(columns)).length).toBe(0);
  });

  test('a second is found by its first event', () => {
    expect([0, 1000, 1001, 2000, 99_999].map((second) => placeAt(columns, second))).toEqual([0, 0, 3, 3000, EVENTS]);
  });
});

test('conditions keep what each of them wants, negated the rest, in any order', async () => {
  const address = Uint8Array.from({ length: 20 }, (_, id) => id % 2);
  const kind = Uint8Array.from([0, 1, 0, 1, 1]);
  const middle = new Int32Array(wordsFor(EVENTS));
  setRun(middle, 3001, 9000);
  const seventh = keepPlaces((places) => places.filter((place) => place % 7 === 0));
  const wants = [
    { keep: keepIds(columns.addresses, address), wanted: (p: number) => address[columns.addresses[p] ?? 0] === 1 },
    { keep: keepIds(columns.kinds, kind), wanted: (p: number) => kind[columns.kinds[p] ?? 0] === 1 },
    { keep: keepBits(middle), wanted: (p: number) => p >= 3001 && p < 9000 },
    { keep: seventh, wanted: (p: number) => p % 7 === 0 },
    { keep: keepIds(columns.ids, Uint8Array.from([0, 0, 1]), 6), wanted: (p: number) => p + 1 >= 128 && p + 1 < 192 },
  ];
  for (const one of wants) {
    expect(taken(placesOf(narrow(wholeOf(columns), one.keep)))).toEqual(all.filter(one.wanted));
    for (const other of wants) {
      for (const negated of [false, true]) {
        const selection = { from: 100, to: 9901, slow: negated };
        const both = [
          { keeps: [one.keep], negated: false },
          { keeps: [other.keep], negated },
        ];
        const inside = all.slice(100, 9901);
        expect(taken(placesOf(await scan(columns, { ...selection, tests: both })))).toEqual(
          inside.filter((place) => one.wanted(place) && other.wanted(place) !== negated),
        );
        const either = [{ keeps: [one.keep, other.keep], negated }];
        expect(taken(placesOf(await scan(columns, { ...selection, tests: either })))).toEqual(
          inside.filter((place) => (one.wanted(place) || other.wanted(place)) !== negated),
        );
      }
    }
  }
  expect((await scan(columns, { from: 5, to: 9, slow: false, tests: [] })).length).toBe(4);
  expect((await scan(columns, { from: 9, to: 5, slow: false, tests: [] })).length).toBe(0);
  expect((await scan(columns, { from: 0, to: 5, slow: false, tests: [{ keeps: [], negated: false }] })).length).toBe(0);
});
