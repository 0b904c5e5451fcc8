import { BitSource } from './bit-source';
import { ByteReader } from './byte-reader';
import { readBlock } from './bzip2-block';
import { ContainerFault } from './container-fault';

/** A block's codes are 20 bits at most for each of its 900,000 symbols, and its tables are small. */
const LARGEST_BLOCK = 2_400_000;
const READ_BYTES = 65_536;
const PIECE_BYTES = 65_536;

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});

/**
 * Inflates bzip2, all its streams. Ours, because the library for it (unbzip2-stream) holds a
 * whole block, 46 MB at worst, as an array of numbers.
 * @throws ContainerFault after all that could be inflated.
 */
export async function* inflateBzip2(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const bits = new BitSource(2 * LARGEST_BLOCK);
  const piece = new Uint8Array(PIECE_BYTES);
  let block: Uint32Array | null = null;
  let sum = 0;
  try {
    for (;;) {
      await refill(bits, reader);
      if (block === null) {
        if (bits.isEmpty) return;
        block = new Uint32Array(100_000 * readLevel(bits));
        sum = 0;
      }
      const magic = bits.read(24) * 0x1000000 + bits.read(24);
      const expected = (bits.read(16) << 16) | bits.read(16);
      if (magic === 0x177245385090) {
        if (expected !== sum) throw new ContainerFault('damaged', 'bzip2: sum of the stream');
        bits.align();
        block = null;
        continue;
      }
      if (magic !== 0x314159265359) throw new ContainerFault('damaged', 'bzip2: magic of a block');
      const { count, origin } = readWhole(bits, block);
      const text = new BlockText(block, count, origin);
      for (let filled = text.fill(piece); filled > 0; filled = text.fill(piece)) yield piece.subarray(0, filled);
      if (~text.crc !== expected) throw new ContainerFault('damaged', 'bzip2: sum of a block');
      sum = ((sum << 1) | (sum >>> 31)) ^ expected;
    }
  } finally {
    await reader.close();
  }
}

async function refill(bits: BitSource, reader: ByteReader): Promise<void> {
  while (bits.room > LARGEST_BLOCK) {
    const part = await reader.takeSome(READ_BYTES);
    if (part === null) return;
    bits.add(part);
  }
}

/** Past the end all bits are zeros, which look like damage. */
function readWhole(bits: BitSource, block: Uint32Array): { count: number; origin: number } {
  try {
    return readBlock(bits, block);
  } catch (error) {
    bits.check();
    throw error;
  }
}

function readLevel(bits: BitSource): number {
  const level = bits.read(24) === 0x425a68 ? bits.read(8) - 0x30 : 0;
  if (level < 1 || level > 9) throw new ContainerFault('damaged', 'bzip2: header');
  return level;
}

/** Gives a block's text a piece at a time: sorted back (Burrows and Wheeler), and its runs of four and more undone. */
class BlockText {
  crc = -1;
  private place: number;
  private left: number;
  private byte = -1;
  /** How many equal bytes came in a row; after four comes a count. */
  private run = 0;
  private repeat = 0;

  constructor(
    private readonly block: Uint32Array,
    count: number,
    origin: number,
  ) {
    const starts = new Uint32Array(256);
    for (let i = 0; i < count; i++) starts[(block[i] ?? 0) & 255] = (starts[(block[i] ?? 0) & 255] ?? 0) + 1;
    let start = 0;
    for (let byte = 0; byte < 256; byte++) {
      const size = starts[byte] ?? 0;
      starts[byte] = start;
      start += size;
    }
    for (let i = 0; i < count; i++) {
      const byte = (block[i] ?? 0) & 255;
      const at = starts[byte] ?? 0;
      starts[byte] = at + 1;
      block[at] = (block[at] ?? 0) | (i << 8);
    }
    this.place = (block[origin] ?? 0) >>> 8;
    this.left = count;
  }

  /** Fills `piece` as far as there is text. @returns how many bytes that is. */
  fill(piece: Uint8Array): number {
    const { block } = this;
    let { place, left, byte, run, repeat, crc } = this;
    let filled = 0;
    while (filled < piece.length) {
      if (repeat > 0) repeat--;
      else if (left === 0) break;
      else {
        const entry = block[place] ?? 0;
        const next = entry & 255;
        place = entry >>> 8;
        left--;
        if (run === 4) {
          repeat = next;
          run = 0;
          continue;
        }
        run = next === byte ? run + 1 : 1;
        byte = next;
      }
      piece[filled++] = byte;
      crc = (crc << 8) ^ (CRC_TABLE[(crc >>> 24) ^ byte] ?? 0);
    }
    Object.assign(this, { place, left, byte, run, repeat, crc });
    return filled;
  }
}
