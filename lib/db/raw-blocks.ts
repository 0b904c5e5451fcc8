import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRawSync, type InputType, type ZlibOptions } from 'node:zlib';
import { one } from './connection';

const compress: (data: InputType, options: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw);

/** An event's id is its block's id, and in so many bits below it the place in the block. */
export const RECORD_BITS = 10;
export const RECORDS_PER_BLOCK = 1 << RECORD_BITS;
/** SQL: the ids of what lies in block `b`. */
export const IN_BLOCK = `BETWEEN b.id * ${RECORDS_PER_BLOCK} AND b.id * ${RECORDS_PER_BLOCK} + ${RECORDS_PER_BLOCK - 1}`;
/** Lines are packed until a block holds this many bytes: small enough to unpack for one line. */
const BLOCK_BYTES = 256 * 1024;
/** The longest record there is; what is longer is kept by its beginning. */
const LONGEST_LINE = 64 * 1024;
/** A block ends with two tables of 32-bit numbers, the lines' numbers (each less the one before) and lengths, and their count. */
const ENTRY_BYTES = 4;
const COUNT_BYTES = 2;
const LARGEST_BLOCK = BLOCK_BYTES + LONGEST_LINE + 2 * ENTRY_BYTES * RECORDS_PER_BLOCK + COUNT_BYTES;

/** Level 6 takes half as long again, and saves half a byte a line. */
const OPTIONS = { level: 5, memLevel: 9 };

/** A record as it was logged, and the number of its line. */
export interface RawRecord {
  line: number;
  raw: Buffer;
}

interface Block {
  /** What is to be compressed; null once it is. */
  bytes: Buffer | null;
  packed: Buffer;
}

const NONE = Buffer.alloc(0);

/**
 * Packs raw lines into blocks, compressed on other threads while the log is read on. `add` tells a record's
 * place among the packer's blocks; the caller writes the blocks and learns their ids.
 */
export class RawBlockPacker {
  private readonly blocks: Block[] = [];
  private working: Array<Promise<void>> = [];
  /** Buffers for blocks: used again, since so large ones leave holes in memory. */
  private readonly spare: Array<typeof NONE> = [];
  private readonly lines = new Uint32Array(RECORDS_PER_BLOCK);
  private readonly lengths = new Uint32Array(RECORDS_PER_BLOCK);
  private bytes = Buffer.allocUnsafeSlow(LARGEST_BLOCK);
  private filled = 0;
  private count = 0;

  /** Copies the record. @returns its block's number × {@link RECORDS_PER_BLOCK} + its place in it. */
  add(raw: Uint8Array, line: number): number {
    const place = this.blocks.length * RECORDS_PER_BLOCK + this.count;
    const length = Math.min(raw.length, LONGEST_LINE);
    this.bytes.set(length === raw.length ? raw : raw.subarray(0, length), this.filled);
    this.filled += length;
    this.lines[this.count] = line;
    this.lengths[this.count] = length;
    this.count++;
    if (this.count === RECORDS_PER_BLOCK || this.filled >= BLOCK_BYTES) this.close();
    return place;
  }

  /** Closes the last block and waits for the threads: before {@link take}, which else compresses here and now. */
  async ready(): Promise<void> {
    if (this.count > 0) this.close();
    await Promise.all(this.working);
  }

  /** Hands over all blocks, compressed, in the order of their numbers, and begins anew. */
  take(): Buffer[] {
    if (this.count > 0) this.close();
    this.working = [];
    return this.blocks.splice(0).map(({ bytes, packed }) => (bytes === null ? packed : deflateRawSync(bytes, OPTIONS)));
  }

  private close(): void {
    const { bytes, count } = this;
    let at = this.filled;
    let before = 0;
    for (let i = 0; i < count; i++) {
      const line = this.lines[i] ?? 0;
      at = bytes.writeInt32LE((line - before) | 0, at);
      before = line;
    }
    for (let i = 0; i < count; i++) at = bytes.writeUInt32LE(this.lengths[i] ?? 0, at);
    at = bytes.writeUInt16LE(count, at);
    const block: Block = { bytes: bytes.subarray(0, at), packed: NONE };
    this.blocks.push(block);
    const keep = (packed: Buffer): void => {
      block.packed = packed;
      block.bytes = null;
      this.spare.push(bytes);
    };
    this.working.push(compress(block.bytes ?? NONE, OPTIONS).then(keep));
    this.bytes = this.spare.pop() ?? Buffer.allocUnsafeSlow(LARGEST_BLOCK);
    this.filled = this.count = 0;
  }
}

/** Reads records by their events' ids; remembers the last blocks, since neighbours are asked for together. */
export class RawBlockReader {
  private readonly open = new Map<number, RawRecord[]>();

  /** @param remembered how many blocks (about 256 KiB each) are held. */
  constructor(private readonly remembered: number) {}

  /** Throws where the block is gone: a row points to a block of its own upload. */
  read(eventId: number): RawRecord {
    const id = Math.floor(eventId / RECORDS_PER_BLOCK);
    let records = this.open.get(id);
    if (!records) {
      const row = one<{ data: Buffer }>('SELECT data FROM RawBlock WHERE id = ?', id);
      if (!row) throw new Error(`raw block ${id} is missing`);
      records = unpack(inflateRawSync(row.data));
      const oldest = this.open.keys().next();
      if (this.open.size >= this.remembered && !oldest.done) this.open.delete(oldest.value);
      this.open.set(id, records);
    }
    const record = records[eventId % RECORDS_PER_BLOCK];
    if (!record) throw new Error(`event ${eventId} is missing in its raw block`);
    return record;
  }
}

function unpack(bytes: Buffer): RawRecord[] {
  const count = bytes.readUInt16LE(bytes.length - COUNT_BYTES);
  const lengths = bytes.length - COUNT_BYTES - ENTRY_BYTES * count;
  const lines = lengths - ENTRY_BYTES * count;
  let line = 0;
  let end = 0;
  return Array.from({ length: count }, (_, i) => {
    line += bytes.readInt32LE(lines + ENTRY_BYTES * i);
    const start = end;
    end += bytes.readUInt32LE(lengths + ENTRY_BYTES * i);
    return { line, raw: bytes.subarray(start, end) };
  });
}
