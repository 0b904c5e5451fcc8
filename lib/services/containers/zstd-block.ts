import { BackwardBits, damaged } from './zstd-bits';
import { buildFseTable, type FseTable, nextState, readFseTable, singleSymbol } from './zstd-fse';
import { BLOCK_BYTES, type Huffman, readLiterals } from './zstd-literals';

/** RFC 8878, 3.1.1.3.2.1.1: by code, the length it stands for and how many bits are added to it. */
const LITERAL_BITS = [...Array<number>(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const MATCH_BITS = [
  ...Array<number>(32).fill(0),
  ...[1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
];

function baselines(bits: readonly number[], first: number): Int32Array {
  let value = first;
  return Int32Array.from(bits, (count) => (value += 1 << count) - (1 << count));
}

/** One kind of code: its lengths and the table it has where a block names none. */
interface Codes {
  maxLog: number;
  maxSymbol: number;
  bits: Uint8Array;
  base: Int32Array;
  standard: FseTable;
}

const LITERAL_LENGTHS: Codes = {
  maxLog: 9,
  maxSymbol: 35,
  bits: Uint8Array.from(LITERAL_BITS),
  base: baselines(LITERAL_BITS, 0),
  standard: buildFseTable(
    [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1],
    6,
  ),
};
const MATCH_LENGTHS: Codes = {
  maxLog: 9,
  maxSymbol: 52,
  bits: Uint8Array.from(MATCH_BITS),
  base: baselines(MATCH_BITS, 3),
  standard: buildFseTable([1, 4, 3, 2, 2, 2, 2, 2, 2, ...Array<number>(37).fill(1), ...Array<number>(7).fill(-1)], 6),
};
const OFFSETS: Codes = {
  maxLog: 8,
  maxSymbol: 31,
  bits: Uint8Array.from({ length: 32 }, (_, code) => code),
  base: Int32Array.from({ length: 32 }, (_, code) => 1 << code),
  standard: buildFseTable(
    [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1],
    5,
  ),
};

/** What one block leaves to the next of its frame. */
export interface FrameMemory {
  huffman: Huffman | null;
  literalLengths: FseTable | null;
  offsets: FseTable | null;
  matchLengths: FseTable | null;
  /** The last three offsets, the latest first. */
  recent: [number, number, number];
}

export const newFrameMemory = (): FrameMemory => ({
  huffman: null,
  literalLengths: null,
  offsets: null,
  matchLengths: null,
  recent: [1, 4, 8],
});

const literals = new Uint8Array(BLOCK_BYTES);

/**
 * Inflates a compressed block (RFC 8878, 3.1.1.3), `bytes` up to `end` with padding behind it, into `out` from `to`
 * on. What lies in `out` from `history` to `to` may be repeated.
 * @returns where the block's text ends in `out`: at most `limit` after `to`.
 */
export function inflateBlock(
  bytes: Uint8Array,
  end: number,
  memory: FrameMemory,
  out: Uint8Array,
  { history, to, limit }: { history: number; to: number; limit: number },
): number {
  const read = readLiterals(bytes, 0, end, memory.huffman, literals);
  memory.huffman = read.huffman;
  let at = read.next;
  let count = bytes[at++] ?? 0;
  if (count === 255) count = (bytes[at++] ?? 0) + ((bytes[at++] ?? 0) << 8) + 0x7f00;
  else if (count >= 128) count = ((count - 128) << 8) + (bytes[at++] ?? 0);
  if (at > end) throw damaged('sequences');
  const stop = to + limit;
  let place = to;
  let used = 0;
  if (count > 0) {
    const modes = bytes[at++] ?? 0;
    if ((modes & 3) !== 0) throw damaged('modes');
    const literalLengths = readTable(LITERAL_LENGTHS, modes >> 6, memory.literalLengths, bytes, at, end);
    const offsets = readTable(OFFSETS, (modes >> 4) & 3, memory.offsets, bytes, literalLengths.next, end);
    const matches = readTable(MATCH_LENGTHS, (modes >> 2) & 3, memory.matchLengths, bytes, offsets.next, end);
    memory.literalLengths = literalLengths.table;
    memory.offsets = offsets.table;
    memory.matchLengths = matches.table;
    const bits = new BackwardBits(bytes, matches.next, end);
    let literalState = bits.read(literalLengths.table.log);
    let offsetState = bits.read(offsets.table.log);
    let matchState = bits.read(matches.table.log);
    for (let left = count; left > 0; left--) {
      const literalCode = literalLengths.table.symbols[literalState] ?? 0;
      const offsetCode = offsets.table.symbols[offsetState] ?? 0;
      const matchCode = matches.table.symbols[matchState] ?? 0;
      if (offsetCode > 30) throw damaged('offset');
      const value = (OFFSETS.base[offsetCode] ?? 0) + bits.readLong(offsetCode);
      const match = (MATCH_LENGTHS.base[matchCode] ?? 0) + bits.read(MATCH_LENGTHS.bits[matchCode] ?? 0);
      const plain = (LITERAL_LENGTHS.base[literalCode] ?? 0) + bits.read(LITERAL_LENGTHS.bits[literalCode] ?? 0);
      const offset = takeOffset(memory.recent, value, plain);
      if (used + plain > read.count || place + plain + match > stop) throw damaged('lengths');
      for (const last = place + plain; place < last; ) out[place++] = literals[used++] ?? 0;
      if (offset < 1 || offset > place - history) throw damaged('offset');
      if (offset >= match && match > 32) {
        out.copyWithin(place, place - offset, place - offset + match);
        place += match;
      } else for (const last = place + match; place < last; place++) out[place] = out[place - offset] ?? 0;
      if (left === 1) break;
      literalState = nextState(literalLengths.table, literalState, bits);
      matchState = nextState(matches.table, matchState, bits);
      offsetState = nextState(offsets.table, offsetState, bits);
    }
    if (bits.left !== 0) throw damaged('sequences');
  }
  const rest = read.count - used;
  if (place + rest > stop) throw damaged('literals');
  out.set(literals.subarray(used, read.count), place);
  return place + rest;
}

function readTable(
  { maxLog, maxSymbol, standard }: Codes,
  mode: number,
  before: FseTable | null,
  bytes: Uint8Array,
  at: number,
  end: number,
): { table: FseTable; next: number } {
  if (mode === 0) return { table: standard, next: at };
  if (mode === 2) return readFseTable(bytes, at, end, { maxLog, maxSymbol });
  if (mode === 1) {
    const symbol = bytes[at] ?? 0;
    if (at >= end || symbol > maxSymbol) throw damaged('table');
    return { table: singleSymbol(symbol), next: at + 1 };
  }
  if (before === null) throw damaged('no table before');
  return { table: before, next: at };
}

/** The offset a value stands for; the first three are those used last (RFC 8878, 3.1.1.5). */
function takeOffset(recent: FrameMemory['recent'], value: number, plain: number): number {
  const [first, second, third] = recent;
  if (value > 3) {
    recent[2] = second;
    recent[1] = first;
    return (recent[0] = value - 3);
  }
  const which = plain === 0 ? value : value - 1;
  if (which === 0) return first;
  const offset = which === 1 ? second : which === 2 ? third : first - 1;
  if (which > 1) recent[2] = second;
  recent[1] = first;
  return (recent[0] = offset);
}
