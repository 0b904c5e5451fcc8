import { describe, expect, it } from 'vitest';
import { type Address, addressToBytes, addressToRange, parseAddress, parseRange, rangeContains } from '@/lib/model';
import { buildPrefixTable } from './prefix-table';

function range(text: string) {
  const parsed = parseRange(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const NETWORKS = [
  '198.18.0.0/15',
  '198.18.32.0/19',
  '198.18.32.0/20',
  '198.18.32.128/32',
  '198.18.40.0 - 198.18.70.0',
  '198.18.32.0/19',
  '0.0.0.0/32',
  '255.255.255.0/24',
  '2001:db8::/32',
  '2001:db8:70::/48',
  '2001:db8:70::1',
  'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

describe('buildPrefixTable', () => {
  const table = buildPrefixTable(NETWORKS.map(range));
  it.each<[string, number | null]>([
    ['198.18.0.0', 0],
    ['198.19.255.255', 0],
    ['198.17.255.255', null],
    ['198.20.0.0', null],
    ['198.18.32.0', 2],
    ['198.18.32.128', 3],
    ['198.18.32.129', 2],
    ['198.18.48.1', 4],
    ['198.18.63.255', 4],
    ['198.18.64.0', 4],
    ['198.18.70.1', 0],
    ['0.0.0.0', 6],
    ['0.0.0.1', null],
    ['255.255.255.255', 7],
    ['2001:db8::', 8],
    ['2001:db8:70::', 9],
    ['2001:db8:70::1', 10],
    ['2001:db8:70::2', 9],
    ['2001:db8:71::', 8],
    ['2001:db9::', null],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 11],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe', null],
    ['::ffff:198.18.32.128', 3],
    ['::c612:2080', null],
  ])('%s lies in network %s', (text, expected) => {
    expect(table.findAddress(address(text))).toBe(expected);
    expect(table.findBytes(addressToBytes(address(text)))).toBe(expected);
  });

  it('finds nothing in nothing', () => {
    expect(buildPrefixTable([]).findAddress(address('192.0.2.1'))).toBe(null);
    expect(buildPrefixTable([]).findAddress(address('2001:db8::1'))).toBe(null);
  });

  it.each([4, 6] as const)('finds what a search through all of them finds, however they overlap (IPv%i)', (family) => {
    let seed = 20260803;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const base = family === 4 ? address('198.18.0.0').value : address('2001:db8::').value;
    const networks = Array.from({ length: 300 }, () => {
      const first = base + BigInt(random(2_000));
      return { family, first, last: first + BigInt(random(random(3) === 0 ? 900 : 20)) };
    });
    const random300 = buildPrefixTable(networks);
    for (let offset = -5; offset < 3_000; offset += 2) {
      const at = { family, value: base + BigInt(offset) };
      const around = networks
        .map((network, index) => ({ index, size: network.last - network.first, network }))
        .filter(({ network }) => rangeContains(network, addressToRange(at)))
        .sort((a, b) => (a.size === b.size ? a.index - b.index : a.size < b.size ? -1 : 1));
      expect(random300.findAddress(at)).toBe(around[0]?.index ?? null);
    }
  });
});
