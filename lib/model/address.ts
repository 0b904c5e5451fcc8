/**
 * Addresses, ranges and prefixes of both families.
 *
 * Text is canonical everywhere outside this file: RFC 5952 for IPv6, dotted decimal without leading
 * zeros for IPv4, and an IPv4-mapped IPv6 address is its IPv4 address. Arithmetic happens on bigint.
 */

export type Family = 4 | 6;

/** One address as a number: 32 or 128 bits. */
export interface Address {
  family: Family;
  value: bigint;
}

/** All addresses from `first` to `last`, both included. Need not be a CIDR block. */
export interface AddressRange {
  family: Family;
  first: bigint;
  last: bigint;
}

/** A CIDR block: `first` has no host bits set. */
export interface Prefix {
  family: Family;
  first: bigint;
  length: number;
}

const MAPPED = 0xffffn << 32n;
const bitsOf = (family: Family): number => (family === 4 ? 32 : 128);

/**
 * Reads one address. Leading zeros in IPv4 are refused (iptables and nft read them as octal), zone
 * ids (`%eth0`) are dropped.
 * @returns null where the text is no address.
 */
export function parseAddress(text: string): Address | null {
  const zone = text.indexOf('%');
  const bare = zone < 0 ? text : text.slice(0, zone);
  if (!bare.includes(':')) {
    const value = parseV4(bare);
    return value === null ? null : { family: 4, value };
  }
  const value = parseV6(bare);
  if (value === null) return null;
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffffffffn } : { family: 6, value };
}

function parseV4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    value = (value << 8n) | BigInt(part);
  }
  return value;
}

function parseV6(text: string): bigint | null {
  let source = text;
  const tail = source.slice(source.lastIndexOf(':') + 1);
  if (tail.includes('.')) {
    const v4 = parseV4(tail);
    if (v4 === null) return null;
    source = `${source.slice(0, -tail.length)}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`;
  }
  const halves = source.split('::');
  if (halves.length > 2) return null;
  const groups = (half: string | undefined): string[] => (half ? half.split(':') : []);
  const head = groups(halves[0]);
  const rest = groups(halves[1]);
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  let value = 0n;
  for (const group of [...head, ...Array<string>(Math.max(missing, 0)).fill('0'), ...rest]) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null;
    value = (value << 16n) | BigInt(`0x${group}`);
  }
  return value;
}

/** The canonical text of an address (RFC 5952). */
export function formatAddress({ family, value }: Address): string {
  if (family === 4) {
    return [24n, 16n, 8n, 0n].map((shift) => Number((value >> shift) & 255n)).join('.');
  }
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn));
  let best = { start: -1, length: 1 };
  for (let i = 0; i < 8; i++) {
    let n = 0;
    while (i + n < 8 && groups[i + n] === 0) n++;
    if (n > best.length) best = { start: i, length: n };
  }
  const hex = groups.map((g) => g.toString(16));
  if (best.start < 0) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}

/** The canonical text of an address text, or null where it is no address. */
export function canonicalAddress(text: string): string | null {
  const address = parseAddress(text);
  return address && formatAddress(address);
}

/** Sixteen bytes, IPv4 as IPv4-mapped, so that byte order is address order. */
export function addressToBytes({ family, value }: Address): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  let rest = family === 4 ? MAPPED | value : value;
  for (let i = 15; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return bytes;
}

/** The inverse of {@link addressToBytes}. Throws on any other length: such bytes are a fault of ours. */
export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length !== 16) throw new Error(`an address has 16 bytes, not ${bytes.length}`);
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffffffffn } : { family: 6, value };
}

/**
 * Reads an address, a CIDR block (host bits are masked) or a range `a - b`.
 * @returns null where the text is none of them, or the range runs backwards.
 */
export function parseRange(text: string): AddressRange | null {
  const trimmed = text.trim();
  const dash = trimmed.indexOf('-');
  if (dash > 0) {
    const first = parseAddress(trimmed.slice(0, dash).trim());
    const last = parseAddress(trimmed.slice(dash + 1).trim());
    if (!first || !last || first.family !== last.family || first.value > last.value) return null;
    return { family: first.family, first: first.value, last: last.value };
  }
  const prefix = parsePrefix(trimmed);
  return prefix && prefixToRange(prefix);
}

/** Reads `address/length` or a bare address (then /32 or /128); host bits are masked. */
export function parsePrefix(text: string): Prefix | null {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (!address) return null;
  const bits = bitsOf(address.family);
  const lengthText = slash < 0 ? String(bits) : text.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(lengthText) || Number(lengthText) > bits) return null;
  const length = Number(lengthText);
  const host = (1n << BigInt(bits - length)) - 1n;
  return { family: address.family, first: address.value & ~host, length };
}

export function formatPrefix({ family, first, length }: Prefix): string {
  return `${formatAddress({ family, value: first })}/${length}`;
}

export function prefixToRange({ family, first, length }: Prefix): AddressRange {
  return { family, first, last: first | ((1n << BigInt(bitsOf(family) - length)) - 1n) };
}

/** The fewest CIDR blocks that cover exactly this range, in address order. */
export function rangeToPrefixes({ family, first, last }: AddressRange): Prefix[] {
  const bits = bitsOf(family);
  const prefixes: Prefix[] = [];
  for (let at = first; at <= last; ) {
    let hostBits = 0;
    while (hostBits < bits) {
      const size = 1n << BigInt(hostBits + 1);
      if (at % size !== 0n || at + size - 1n > last) break;
      hostBits++;
    }
    prefixes.push({ family, first: at, length: bits - hostBits });
    at += 1n << BigInt(hostBits);
  }
  return prefixes;
}

/** `198.18.32.0/19`, or `a - b` where the range is no single block. */
export function formatRange(range: AddressRange): string {
  const prefixes = rangeToPrefixes(range);
  const only = prefixes.length === 1 ? prefixes[0] : undefined;
  if (only) return formatPrefix(only);
  const { family, first, last } = range;
  return `${formatAddress({ family, value: first })} - ${formatAddress({ family, value: last })}`;
}

export function rangeContains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

export function rangesOverlap(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

export function addressToRange({ family, value }: Address): AddressRange {
  return { family, first: value, last: value };
}

/** What a special-purpose block is for (RFC 6890 and its registry). */
export type SpecialPurpose =
  | 'any'
  | 'private'
  | 'loopback'
  | 'link-local'
  | 'multicast'
  | 'reserved'
  | 'documentation'
  | 'benchmark';

const SPECIAL: ReadonlyArray<readonly [string, SpecialPurpose]> = [
  ['0.0.0.0/8', 'any'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'private'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved'],
  ['192.0.2.0/24', 'documentation'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'benchmark'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::/128', 'any'],
  ['::1/128', 'loopback'],
  ['64:ff9b:1::/48', 'private'],
  ['100::/64', 'reserved'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['ff00::/8', 'multicast'],
];

/** The special-purpose blocks with their ranges, in the order of the IANA registry. */
export const SPECIAL_RANGES: ReadonlyArray<{ text: string; purpose: SpecialPurpose; range: AddressRange }> =
  SPECIAL.map(([text, purpose]) => {
    const range = parseRange(text);
    if (!range) throw new Error(`the table of special blocks holds ${text}`);
    return { text, purpose, range };
  });

/** What the range is reserved for where it lies wholly inside one special-purpose block, else null. */
export function specialPurpose(range: AddressRange): SpecialPurpose | null {
  return SPECIAL_RANGES.find((special) => rangeContains(special.range, range))?.purpose ?? null;
}
