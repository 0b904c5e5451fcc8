import { describe, expect, it } from 'vitest';
import { type AddressRange, formatPrefix, parseRange, prefixToRange } from '@/lib/model';
import { aggregate, isSameSet } from './aggregate';
import { listAddresses, makeRandom, randomRanges } from './fixtures/random-ranges';

function ranges(...texts: string[]): AddressRange[] {
  return texts.map((text) => {
    const range = parseRange(text);
    if (!range) throw new Error(text);
    return range;
  });
}

function check(input: string[], expected: string[]): void {
  expect(aggregate(ranges(...input)).map(formatPrefix)).toEqual(expected);
}

describe('aggregate', () => {
  it('joins halves, drops repeats and what is covered', () => {
    check(['198.18.1.0/24', '198.18.0.0/24', '198.18.1.0/24', '198.18.0.128/28'], ['198.18.0.0/23']);
  });
  it('does not join neighbours that make no block', () => {
    check(['198.18.1.0/24', '198.18.2.0/24'], ['198.18.1.0/24', '198.18.2.0/24']);
  });
  it('cuts a range that is no block into the fewest blocks', () => {
    check(['192.0.2.1 - 192.0.2.6'], ['192.0.2.1/32', '192.0.2.2/31', '192.0.2.4/31', '192.0.2.6/32']);
  });
  it('never joins the families, even where the numbers touch', () => {
    check(['::c000:200/120', '192.0.2.0/24'], ['192.0.2.0/24', '::c000:200/120']);
  });
  it('reaches both ends of the address space', () => {
    check(['0.0.0.0/1', '128.0.0.0/1'], ['0.0.0.0/0']);
    check(['8000::/1', '::/1'], ['::/0']);
    check(['255.255.255.255'], ['255.255.255.255/32']);
  });
  it('leaves its input alone', () => {
    const input = ranges('198.18.0.0/24', '198.18.1.0/24');
    aggregate(input);
    expect(input).toEqual(ranges('198.18.0.0/24', '198.18.1.0/24'));
  });

  it('keeps exactly the set, in blocks that can be joined no further (300 random lists)', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = makeRandom(seed);
      const input = randomRanges(random, random(24), 200);
      const output = aggregate(input);
      const covered = output.map(prefixToRange);
      expect(listAddresses(covered), `seed ${seed}`).toEqual(listAddresses(input));
      expect(listAddresses(covered).size).toBe(covered.reduce((sum, r) => sum + Number(r.last - r.first) + 1, 0));
      const starts = new Set(output.map(formatPrefix));
      for (const { family, first, length } of output) {
        const size = 1n << BigInt((family === 4 ? 32 : 128) - length);
        const twin = formatPrefix({ family, first: first ^ size, length });
        expect(starts.has(twin), `seed ${seed}: a block and its twin ${twin}`).toBe(false);
      }
    }
  });
});

describe('isSameSet', () => {
  it('sees one address too many, and one missing', () => {
    expect(isSameSet(ranges('192.0.2.0/25', '192.0.2.128/25'), ranges('192.0.2.0/24'))).toBe(true);
    expect(isSameSet(ranges('192.0.2.0 - 192.0.2.254'), ranges('192.0.2.0/24'))).toBe(false);
    expect(isSameSet(ranges('192.0.2.0/24'), ranges('192.0.2.0/24', '2001:db8::1'))).toBe(false);
  });
});
