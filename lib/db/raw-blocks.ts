import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRawSync, type InputType, type ZlibOptions } from 'node:zlib';
import { one } from './connection';

const compress: (data: InputType, options: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw);

/** An event's id is its block's id times this, and its place in the block. */
export const RECORDS_PER_BLOCK = 1024;
/** SQL: the ids of what lies in block `b`. */
export const IN_BLOCK = `BETWEEN b.id * ${RECORDS_PER_BLOCK} AND b.id * ${RECORDS_PER_BLOCK} + ${RECORDS_PER_BLOCK - 1}`;
/** Lines are packed until a block holds this many bytes: small enough to unpack for one line. */
const BLOCK_BYTES = 256 * 1024;
/** Longer lines are kept by their beginning. */
const LONGEST_LINE = 0xffff;
/** A block begins with two tables of 32-bit numbers, the lines' numbers (each less the one before) and lengths. */
const ENTRY_BYTES = 4;

const OPTIONS = { level: 6, memLevel: 9 };

/** A record as it was logged, and the number of its line. */
export interface RawRecord {
  line: number;
  raw: Buffer;
}

interface Block {
  bytes: Buffer;
  packed: Buffer | null;
}

/**
 * Packs raw lines into blocks, compressed on other threads while the log is read on. `add` tells a record's
 * place among the packer's blocks; the caller writes the blocks and learns their ids.
 */
export class RawBlockPacker {
  private readonly blocks: Block[] = [];
  private readonly working: Array<Promise<void>> = [];
  private readonly bytes = Buffer.allocUnsafe(BLOCK_BYTES + LONGEST_LINE);
  private readonly lines = new Uint32Array(RECORDS_PER_BLOCK);
  private readonly lengths = new Uint32Array(RECORDS_PER_BLOCK);
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
    this.working.length = 0;
    return this.blocks.splice(0).map(({ bytes, packed }) => packed ?? deflateRawSync(bytes, OPTIONS));
  }

  private close(): void {
    const { count, filled } = this;
    const head = 2 + 2 * ENTRY_BYTES * count;
    const bytes = Buffer.allocUnsafe(head + filled);
    bytes.writeUInt16LE(count, 0);
    let before = 0;
    for (let i = 0; i < count; i++) {
      const line = this.lines[i] ?? 0;
      bytes.writeInt32LE((line - before) | 0, 2 + ENTRY_BYTES * i);
      bytes.writeUInt32LE(this.lengths[i] ?? 0, 2 + ENTRY_BYTES * (count + i));
      before = line;
    }
    this.bytes.copy(bytes, head, 0, filled);
    const block: Block = { bytes, packed: null };
    this.blocks.push(block);
    this.working.push(compress(bytes, OPTIONS).then((packed) => void (block.packed = packed)));
    this.filled = this.count = 0;
  }
}

/** Reads records by their events' ids; remembers the last blocks, since neighbours are asked for together. */
export class RawBlockReader {
  private readonly open = new Map<number, RawRecord[]>();

  /** @param remembered how many blocks of 128 KiB are held. */
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
  const count = bytes.readUInt16LE(0);
  let line = 0;
  let at = 2 + 2 * ENTRY_BYTES * count;
  return Array.from({ length: count }, (_, i) => {
    line += bytes.readInt32LE(2 + ENTRY_BYTES * i);
    const start = at;
    at += bytes.readUInt32LE(2 + ENTRY_BYTES * (count + i));
    return { line, raw: bytes.subarray(start, at) };
  });
}

/** One record; see {@link RawBlockReader} for several. */
export function readRaw(eventId: number): RawRecord {
  return new RawBlockReader(1).read(eventId);
}
