import { BackwardBits, damaged, highBit } from './zstd-bits';
import { nextState, readFseTable } from './zstd-fse';

const MAX_BITS = 11;
/** What a block may hold at most (RFC 8878, 3.1.1.2.4). */
export const BLOCK_BYTES = 131_072;

/** Huffman codes: by the next `log` bits, symbol × 16 + the code's length. */
export interface Huffman {
  log: number;
  entries: Uint16Array;
}

export interface Literals {
  /** In `into` of {@link readLiterals}. */
  count: number;
  /** Where the sequences begin. */
  next: number;
  /** For the blocks that say "as before". */
  huffman: Huffman | null;
}

/** Reads a block's literals (RFC 8878, 3.1.1.3.1) into `into`, from `at` to `end` at most. */
export function readLiterals(
  bytes: Uint8Array,
  at: number,
  end: number,
  before: Huffman | null,
  into: Uint8Array,
): Literals {
  const head = bytes[at] ?? 0;
  const kind = head & 3;
  const format = (head >> 2) & 3;
  const word = head + (bytes[at + 1] ?? 0) * 0x100 + (bytes[at + 2] ?? 0) * 0x10000 + (bytes[at + 3] ?? 0) * 0x1000000;
  if (kind <= 1) {
    const [bytesOfHead, count] =
      format === 1 ? [2, (word >>> 4) & 0xfff] : format === 3 ? [3, (word >>> 4) & 0xfffff] : [1, head >> 3];
    const start = at + bytesOfHead;
    const stored = kind === 0 ? count : 1;
    if (count > BLOCK_BYTES || start + stored > end) throw damaged('literals');
    if (kind === 0) into.set(bytes.subarray(start, start + count));
    else into.fill(bytes[start] ?? 0, 0, count);
    return { count, next: start + stored, huffman: before };
  }
  const width = format <= 1 ? 10 : format === 2 ? 14 : 18;
  const mask = (1 << width) - 1;
  // The two sizes stand behind the first four bits; 40 bits are more than an integer shift takes.
  const sizes = Math.floor((word + (bytes[at + 4] ?? 0) * 0x1_0000_0000) / 16);
  const count = sizes & mask;
  const stored = Math.floor(sizes / (1 << width)) & mask;
  let start = at + (format <= 1 ? 3 : format + 2);
  const next = start + stored;
  if (count > BLOCK_BYTES || next > end) throw damaged('literals');
  let huffman = before;
  if (kind === 2) ({ huffman, next: start } = readHuffman(bytes, start, next));
  if (huffman === null) throw damaged('no Huffman table before');
  if (format === 0) readStream(bytes, start, next, huffman, into, 0, count);
  else readFourStreams(bytes, start, next, huffman, into, count);
  return { count, next, huffman };
}

function readFourStreams(
  bytes: Uint8Array,
  start: number,
  end: number,
  huffman: Huffman,
  into: Uint8Array,
  count: number,
): void {
  const each = (count + 3) >> 2;
  if (start + 6 > end || each * 3 > count) throw damaged('four streams');
  let at = start + 6;
  for (let i = 0; i < 4; i++) {
    const size = (bytes[start + 2 * i] ?? 0) | ((bytes[start + 2 * i + 1] ?? 0) << 8);
    const stop = i === 3 ? end : at + size;
    if (stop > end) throw damaged('four streams');
    readStream(bytes, at, stop, huffman, into, i * each, i === 3 ? count : (i + 1) * each);
    at = stop;
  }
}

function readStream(
  bytes: Uint8Array,
  start: number,
  end: number,
  { log, entries }: Huffman,
  into: Uint8Array,
  from: number,
  to: number,
): void {
  const bits = new BackwardBits(bytes, start, end);
  for (let i = from; i < to; i++) {
    const entry = entries[bits.peek(log)] ?? 0;
    into[i] = entry >> 4;
    bits.left -= entry & 15;
  }
  if (bits.left !== 0) throw damaged('Huffman stream');
}

/** Reads the weights of symbols and makes the table of them (RFC 8878, 4.2.1). */
function readHuffman(bytes: Uint8Array, at: number, end: number): { huffman: Huffman; next: number } {
  const head = bytes[at] ?? 0;
  const weights: number[] = [];
  let next = at + 1 + head;
  if (head >= 128) {
    const count = head - 127;
    next = at + 1 + ((count + 1) >> 1);
    for (let i = 0; i < count; i++) {
      const pair = bytes[at + 1 + (i >> 1)] ?? 0;
      weights.push(i % 2 === 0 ? pair >> 4 : pair & 15);
    }
  }
  if (next > end) throw damaged('Huffman weights');
  if (head < 128) readWeights(bytes, at + 1, next, weights);
  return { huffman: buildHuffman(weights), next };
}

function readWeights(bytes: Uint8Array, at: number, end: number, weights: number[]): void {
  const { table, next } = readFseTable(bytes, at, end, { maxLog: 6, maxSymbol: MAX_BITS + 1 });
  const bits = new BackwardBits(bytes, next, end);
  let state = bits.read(table.log);
  let other = bits.read(table.log);
  if (bits.left < 0) throw damaged('Huffman weights');
  // Two states take turns; where one finds no bits any more, the other's symbol is the last.
  while (weights.length < 255) {
    weights.push(table.symbols[state] ?? 0);
    state = nextState(table, state, bits);
    if (bits.left < 0) {
      weights.push(table.symbols[other] ?? 0);
      return;
    }
    [state, other] = [other, state];
  }
  throw damaged('Huffman weights');
}

function buildHuffman(weights: number[]): Huffman {
  let sum = 0;
  for (const weight of weights) {
    if (weight > MAX_BITS) throw damaged('Huffman weight');
    if (weight > 0) sum += 1 << (weight - 1);
  }
  const log = highBit(sum) + 1;
  const rest = (1 << log) - sum;
  if (sum === 0 || log > MAX_BITS || (rest & (rest - 1)) !== 0 || weights.length > 255)
    throw damaged('Huffman weights');
  weights.push(highBit(rest) + 1);
  const entries = new Uint16Array(1 << log);
  let place = 0;
  for (let weight = 1; weight <= log; weight++) {
    for (const [symbol, own] of weights.entries()) {
      if (own !== weight) continue;
      const width = 1 << (weight - 1);
      entries.fill((symbol << 4) | (log + 1 - weight), place, place + width);
      place += width;
    }
  }
  return { log, entries };
}
