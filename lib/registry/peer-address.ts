import { type Address, addressToRange, parseAddress, specialPurpose } from '@/lib/model';

/**
 * Whether an address that a name resolved to may be connected to: it must be a public one. Addresses
 * that carry an IPv4 address inside (mapped, NAT64, 6to4) are judged by that one, since the network may
 * deliver to it.
 */
export function isPublicPeer(text: string): boolean {
  const address = parseAddress(text);
  if (!address) return false;
  return isPublic(address) && embedded(address).every(isPublic);
}

function isPublic(address: Address): boolean {
  return specialPurpose(addressToRange(address)) === null;
}

function embedded({ family, value }: Address): Address[] {
  if (family === 4) return [];
  const v4 = (bits: bigint): Address => ({ family: 4, value: bits & 0xffffffffn });
  if (value >> 32n === 0n || value >> 32n === 0x64ff9b0000000000000000n) return [v4(value)];
  if (value >> 112n === 0x2002n) return [v4(value >> 80n)];
  return [];
}
