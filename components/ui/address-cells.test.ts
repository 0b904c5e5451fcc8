import { describe, expect, it } from 'vitest';
import { type Address, type AddressRange, parseAddress, parseRange } from '@/lib/model';
import { addressCells } from './address-cells';

function check(range: string, seen: readonly string[], expected: string, cells?: number): void {
  const parsed = parseRange(range) as AddressRange;
  const addresses = seen.map((text) => parseAddress(text) as Address);
  const map = addressCells(parsed, addresses, cells);
  expect(map.map((cell) => (cell ? '#' : '.')).join('')).toBe(expected);
}

describe('addressCells', () => {
  it('marks the part an address lies in', () => {
    check('198.18.32.0/19', ['198.18.51.40', '198.18.51.165'], '...................#............');
    check('198.18.0.0/24', ['198.18.0.0', '198.18.0.255'], '#......#', 8);
    check('2001:db8::/32', ['2001:db8:ffff::1'], '...#', 4);
  });

  it('has a cell an address where there are few, and leaves out what lies elsewhere', () => {
    check('203.0.113.16/30', ['203.0.113.17', '203.0.113.20', '2001:db8::1'], '.#..');
  });
});
