import type { BitSource } from './bit-source';
import { ContainerFault } from './container-fault';

const GROUP_SIZE = 50;
const MAX_BITS = 20;
/** Most codes are this short, and found in a table at once. */
const FAST_BITS = 10;

const damaged = (detail: string): ContainerFault => new ContainerFault('damaged', `bzip2: ${detail}`);

/** One of a block's Huffman tables: canonical codes, the shorter ones also as a table of symbol × 32 + length. */
interface Codes {
  fast: Uint16Array;
  /** By length: the largest code so long or shorter, left-aligned to {@link MAX_BITS}. */
  limit: Int32Array;
  /** By length: what a code of it has to be reduced by to be a place in `symbols`. */
  base: Int32Array;
  symbols: Uint16Array;
}

/**
 * Reads a block behind its magic number and its sum: the symbols, not yet sorted back, into the low bytes of `into`.
 * @returns how many there are, and which is the first of the text.
 */
export function readBlock(bits: BitSource, into: Uint32Array): { count: number; origin: number } {
  if (bits.read(1) === 1) throw new ContainerFault('unsupported', 'bzip2: a randomised block of version 0.9');
  const origin = bits.read(24);
  const alphabet = readAlphabet(bits);
  const tables = bits.read(3);
  if (tables < 2 || tables > 6) throw damaged('number of tables');
  const selectors = readSelectors(bits, tables);
  const codes = Array.from({ length: tables }, () => buildCodes(readLengths(bits, alphabet.length + 2)));
  const count = readSymbols(bits, alphabet, selectors, codes, into);
  if (origin >= count) throw damaged('origin');
  return { count, origin };
}

function readAlphabet(bits: BitSource): Uint8Array {
  const ranges = bits.read(16);
  const found: number[] = [];
  for (let high = 0; high < 16; high++) {
    if (((ranges >> (15 - high)) & 1) === 0) continue;
    const used = bits.read(16);
    for (let low = 0; low < 16; low++) if (((used >> (15 - low)) & 1) === 1) found.push(high * 16 + low);
  }
  if (found.length === 0) throw damaged('no symbols');
  return Uint8Array.from(found);
}

function readSelectors(bits: BitSource, tables: number): Uint8Array {
  const selectors = new Uint8Array(bits.read(15));
  const recent = Array.from({ length: tables }, (_, i) => i);
  for (let i = 0; i < selectors.length; i++) {
    let place = 0;
    while (bits.read(1) === 1) if (++place >= tables) throw damaged('selector');
    const [table = 0] = recent.splice(place, 1);
    recent.unshift(table);
    selectors[i] = table;
  }
  return selectors;
}

function readLengths(bits: BitSource, symbols: number): Uint8Array {
  const lengths = new Uint8Array(symbols);
  let length = bits.read(5);
  for (let i = 0; i < symbols; i++) {
    for (;;) {
      if (length < 1 || length > MAX_BITS) throw damaged('code length');
      if (bits.read(1) === 0) break;
      length += bits.read(1) === 0 ? 1 : -1;
    }
    lengths[i] = length;
  }
  return lengths;
}

function buildCodes(lengths: Uint8Array): Codes {
  const fast = new Uint16Array(1 << FAST_BITS);
  const limit = new Int32Array(MAX_BITS + 1);
  const base = new Int32Array(MAX_BITS + 1);
  const symbols = new Uint16Array(lengths.length);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= MAX_BITS; length++) {
    base[length] = code - place;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      symbols[place++] = symbol;
      const spare = FAST_BITS - length;
      if (spare >= 0) fast.fill((symbol << 5) | length, code << spare, (code + 1) << spare);
      code++;
    }
    if (code > 1 << length) throw damaged('codes overlap');
    limit[length] = (code << (MAX_BITS - length)) - 1;
    code <<= 1;
  }
  return { fast, limit, base, symbols };
}

function readSymbols(
  bits: BitSource,
  alphabet: Uint8Array,
  selectors: Uint8Array,
  codes: readonly Codes[],
  into: Uint32Array,
): number {
  const recent = Uint8Array.from(alphabet);
  const end = alphabet.length + 1;
  let count = 0;
  let run = 0;
  let weight = 1;
  for (const selector of selectors) {
    const table = codes[selector];
    if (!table) throw damaged('selector');
    for (let i = 0; i < GROUP_SIZE; i++) {
      const symbol = readCode(bits, table);
      if (symbol <= 1) {
        run += weight << symbol;
        weight <<= 1;
        // No run is longer than a block, so the weight never overflows.
        if (run > into.length - count) throw damaged('run');
        continue;
      }
      if (run > 0) {
        into.fill(recent[0] ?? 0, count, count + run);
        count += run;
        run = 0;
        weight = 1;
      }
      if (symbol === end) {
        bits.check();
        return count;
      }
      if (count >= into.length) throw damaged('block too long');
      const place = symbol - 1;
      const byte = recent[place] ?? 0;
      recent.copyWithin(1, 0, place);
      recent[0] = byte;
      into[count++] = byte;
    }
    bits.check();
  }
  throw damaged('no end of block');
}

function readCode(bits: BitSource, { fast, limit, base, symbols }: Codes): number {
  const ahead = bits.peek(MAX_BITS);
  const entry = fast[ahead >>> (MAX_BITS - FAST_BITS)] ?? 0;
  if (entry !== 0) {
    bits.drop(entry & 31);
    return entry >>> 5;
  }
  for (let length = FAST_BITS + 1; length <= MAX_BITS; length++) {
    if (ahead > (limit[length] ?? -1)) continue;
    bits.drop(length);
    return symbols[(ahead >>> (MAX_BITS - length)) - (base[length] ?? 0)] ?? 0;
  }
  throw damaged('code');
}
