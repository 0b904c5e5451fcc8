import { type Address, type AddressRange, addressToBytes, type Family } from '@/lib/model';

/** Which of many networks an address lies in, looked up in memory. */
export interface PrefixTable {
  /** The place, in the list the table was built from, of the smallest network around the address; null: none. */
  findAddress(address: Address): number | null;
  /** The same by sixteen bytes as addressToBytes makes them, without a bigint: the fast way. */
  findBytes(bytes: Uint8Array): number | null;
}

/**
 * Builds the table of these networks, nested, overlapping and repeated ones included: where several hold an
 * address the smallest is found, of equal ones the first given. Takes O(n log n), less where they are given in
 * order; holds at most 8 bytes (IPv4) or 20 (IPv6) for each of at most 2n + 1 stretches of addresses between which
 * the smallest network changes, and an index of 4 MiB at most for each family.
 */
export function buildPrefixTable(networks: readonly AddressRange[]): PrefixTable {
  const v4 = buildV4(sweep(networks, 4));
  const v6 = buildV6(sweep(networks, 6));
  const findBytes = (bytes: Uint8Array): number | null => {
    if (isMapped(bytes)) return v4(wordAt(bytes, 12));
    return v6(wordAt(bytes, 0), wordAt(bytes, 4), wordAt(bytes, 8), wordAt(bytes, 12));
  };
  return {
    findBytes,
    findAddress: (address) => (address.family === 4 ? v4(Number(address.value)) : findBytes(addressToBytes(address))),
  };
}

/** From `first` up to the next stretch, `owner` is the smallest network; -1: none. */
interface Stretch {
  first: bigint;
  owner: number;
}

/** Walks along all addresses from boundary to boundary, the networks open at each in a heap, smallest on top. */
function sweep(networks: readonly AddressRange[], family: Family): Stretch[] {
  const order: Entry[] = networks.flatMap((network, index) =>
    network.family === family ? [{ network, index, size: network.last - network.first }] : [],
  );
  order.sort((a, b) => (a.network.first < b.network.first ? -1 : a.network.first > b.network.first ? 1 : 0));
  const last = (1n << (family === 4 ? 32n : 128n)) - 1n;
  const open: Entry[] = [];
  const stretches: Stretch[] = [];
  let next = 0;
  for (let at = order[0]?.network.first ?? last + 1n; at <= last; ) {
    for (let entry = order[next]; entry && entry.network.first <= at; entry = order[++next]) push(open, entry);
    while (open[0] && open[0].network.last < at) pop(open);
    const top = open[0];
    const owner = top?.index ?? -1;
    if (stretches.at(-1)?.owner !== owner) stretches.push({ first: at, owner });
    const end = top ? top.network.last + 1n : last + 1n;
    const start = order[next]?.network.first;
    at = start !== undefined && start < end ? start : end;
  }
  return stretches;
}

interface Entry {
  network: AddressRange;
  index: number;
  size: bigint;
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.size === b.size ? a.index < b.index : a.size < b.size;
}

function push(heap: Entry[], entry: Entry): void {
  let at = heap.length;
  for (let parent = heap[(at - 1) >> 1]; at > 0 && parent && isBefore(entry, parent); parent = heap[(at - 1) >> 1]) {
    heap[at] = parent;
    at = (at - 1) >> 1;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): void {
  const entry = heap.pop();
  if (!entry || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const child = left && right && isBefore(right, left) ? right : left;
    if (!child || !isBefore(child, entry)) break;
    heap[at] = child;
    at = child === left ? 2 * at + 1 : 2 * at + 2;
  }
  heap[at] = entry;
}

/**
 * For each value of a first word's leading bits, where the stretches begin that start there: the search then has
 * a handful of stretches to look at, not all of them. One slot a stretch, 2^20 at most.
 */
function indexWords(count: number, wordAt: (index: number) => number): { shift: number; slots: Uint32Array } {
  const bits = Math.min(20, Math.ceil(Math.log2(count + 2)));
  const shift = 32 - bits;
  const slots = new Uint32Array(2 ** bits + 1).fill(count);
  let slot = 0;
  for (let index = 0; index < count; index++) {
    for (const last = wordAt(index) >>> shift; slot <= last; slot++) slots[slot] = index;
  }
  return { shift, slots };
}

function buildV4(stretches: readonly Stretch[]): (value: number) => number | null {
  const firsts = Uint32Array.from(stretches, ({ first }) => Number(first));
  const owners = Int32Array.from(stretches, ({ owner }) => owner);
  const { shift, slots } = indexWords(firsts.length, (index) => firsts[index] ?? 0);
  return (value) => {
    let low = slots[value >>> shift] ?? 0;
    let high = slots[(value >>> shift) + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((firsts[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return ownerAt(owners, low - 1);
  };
}

/** Four words an address, compared from the first on: bigints would be made anew at every step. */
function buildV6(stretches: readonly Stretch[]): (a: number, b: number, c: number, d: number) => number | null {
  const words = new Uint32Array(stretches.length * 4);
  for (const [index, { first }] of stretches.entries())
    for (const [word, shift] of [96n, 64n, 32n, 0n].entries())
      words[index * 4 + word] = Number((first >> shift) & 0xffffffffn);
  const owners = Int32Array.from(stretches, ({ owner }) => owner);
  const { shift, slots } = indexWords(owners.length, (index) => words[index * 4] ?? 0);
  return (a, b, c, d) => {
    let low = slots[a >>> shift] ?? 0;
    let high = slots[(a >>> shift) + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = middle * 4;
      const difference =
        (words[at] ?? 0) - a || (words[at + 1] ?? 0) - b || (words[at + 2] ?? 0) - c || (words[at + 3] ?? 0) - d;
      if (difference <= 0) low = middle + 1;
      else high = middle;
    }
    return ownerAt(owners, low - 1);
  };
}

function ownerAt(owners: Int32Array, at: number): number | null {
  const owner = owners[at] ?? -1;
  return owner < 0 ? null : owner;
}

function wordAt(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return ((high << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;
}

/** IPv4, as it stands among IPv6 addresses (`::ffff:a.b.c.d`). */
function isMapped(bytes: Uint8Array): boolean {
  if (bytes[10] !== 0xff || bytes[11] !== 0xff) return false;
  for (let at = 0; at < 10; at++) if (bytes[at] !== 0) return false;
  return true;
}
