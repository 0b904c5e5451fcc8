import { type AddressRange, type Prefix, rangeToPrefixes } from '@/lib/model';

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The same set of addresses as maximal ranges: sorted by family and address, none touching another.
 * One sort, then one pass.
 */
export function mergeRanges(ranges: readonly AddressRange[]): AddressRange[] {
  const sorted = [...ranges].sort((a, b) => a.family - b.family || compare(a.first, b.first));
  const merged: AddressRange[] = [];
  let open: AddressRange | null = null;
  for (const range of sorted) {
    if (open && open.family === range.family && range.first <= open.last + 1n) {
      if (range.last > open.last) open.last = range.last;
    } else {
      open = { ...range };
      merged.push(open);
    }
  }
  return merged;
}

/**
 * The fewest CIDR blocks that hold exactly the addresses of `ranges`: nothing added, nothing lost,
 * nothing twice, in address order, IPv4 first.
 */
export function aggregate(ranges: readonly AddressRange[]): Prefix[] {
  return mergeRanges(ranges).flatMap(rangeToPrefixes);
}

/** Whether two lists hold the same addresses, however they are cut up. */
export function isSameSet(a: readonly AddressRange[], b: readonly AddressRange[]): boolean {
  const left = mergeRanges(a);
  const right = mergeRanges(b);
  return (
    left.length === right.length &&
    left.every((range, i) => {
      const other = right[i];
      return other?.family === range.family && other.first === range.first && other.last === range.last;
    })
  );
}
