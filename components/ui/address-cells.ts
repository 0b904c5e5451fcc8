import type { Address, AddressRange } from '@/lib/model';

/** How many equal parts of a network a map shows. */
export const MAP_CELLS = 32;

/**
 * Which parts of a network were seen: the range cut into equal cells, each true where one of the
 * addresses lies in it. A range of fewer addresses than cells has one cell an address.
 */
export function addressCells(range: AddressRange, seen: Iterable<Address>, cells = MAP_CELLS): boolean[] {
  const size = range.last - range.first + 1n;
  const count = size < BigInt(cells) ? Number(size) : cells;
  const map = Array<boolean>(count).fill(false);
  for (const { family, value } of seen) {
    if (family !== range.family || value < range.first || value > range.last) continue;
    map[Number(((value - range.first) * BigInt(count)) / size)] = true;
  }
  return map;
}
