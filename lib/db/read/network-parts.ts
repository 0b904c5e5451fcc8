import { addressFromBytes, type AddressRange } from '@/lib/model';

/** The range of a network row: two times sixteen bytes. */
export function rangeOfRow({ firstBytes, lastBytes }: { firstBytes: Buffer; lastBytes: Buffer }): AddressRange {
  const first = addressFromBytes(firstBytes);
  return { family: first.family, first: first.value, last: addressFromBytes(lastBytes).value };
}
