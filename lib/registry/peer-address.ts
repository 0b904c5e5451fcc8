import { type Address, addressToRange, parseAddress, parseRange, rangeContains, specialPurpose } from '@/lib/model';

/** The only IPv6 addresses that are anybody's on the internet, and what of them is a protocol's. */
const GLOBAL = parseRange('2000::/3');
const PROTOCOLS = parseRange('2001::/23');

/**
 * Whether an address that a name resolved to may be connected to: it must be a public one. Loopback, private,
 * link-local (the clouds' metadata service), shared, multicast, benchmark and documentation addresses are not;
 * of IPv6 only global unicast is, less the protocols' own block (Teredo, benchmark, ORCHID). Addresses that
 * carry an IPv4 address inside (mapped, NAT64, 6to4) are judged by that one, since the network may deliver to it.
 */
export function isPublicPeer(text: string): boolean {
  // A zone (`fe80::1%eth0`) is this machine's own affair.
  const address = text.includes('%') ? null : parseAddress(text);
  if (!address || specialPurpose(addressToRange(address)) !== null) return false;
  if (address.family === 4) return true;
  const inner = embedded(address);
  if (inner) return isPublicPeer(inner);
  const range = addressToRange(address);
  return GLOBAL !== null && PROTOCOLS !== null && rangeContains(GLOBAL, range) && !rangeContains(PROTOCOLS, range);
}

/** The IPv4 address in a NAT64 (RFC 6052) or 6to4 (RFC 3056) address. */
function embedded({ value }: Address): string | null {
  const toText = (bits: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join('.');
  if (value >> 32n === 0x64ff9b0000000000000000n) return toText(value);
  return value >> 112n === 0x2002n ? toText(value >> 80n) : null;
}
