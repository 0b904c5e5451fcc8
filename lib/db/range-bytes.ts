import { addressToBytes, type AddressRange } from '@/lib/model';

/** The two times sixteen bytes a range is kept as. */
export function rangeBytes({ family, first, last }: AddressRange): [Buffer, Buffer] {
  return [Buffer.from(addressToBytes({ family, value: first })), Buffer.from(addressToBytes({ family, value: last }))];
}
