import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRawSync, type InputType, type ZlibOptions } from 'node:zlib';
import { one } from './connection';

const deflate: (data: InputType, options: ZlibOptions) => Promise<Buffer> = promisify(deflateRaw);

/** Lines are packed until a block holds this many bytes: small enough to inflate for one line. */
const BLOCK_BYTES = 64 * 1024;

/** Where a raw line is kept. */
export interface RawPlace {
  blockId: number;
  start: number;
  length: number;
}

const LEVEL = { level: 1 };

/**
 * Packs raw lines into blocks, deflated on other threads while the log is read on. `add` names a block by its
 * place in `data()`; the caller writes the blocks and learns their ids.
 */
export class RawBlockPacker {
  private readonly blocks: Array<{ bytes: Buffer; deflated: Buffer | null }> = [];
  private readonly working: Array<Promise<void>> = [];
  private parts: Uint8Array[] = [];
  private size = 0;

  /** Keeps the bytes themselves: hand in a copy of anything that will change. */
  add(raw: Uint8Array): { block: number; start: number; length: number } {
    const place = { block: this.blocks.length, start: this.size, length: raw.length };
    this.parts.push(raw);
    this.size += raw.length;
    if (this.size >= BLOCK_BYTES) this.close();
    return place;
  }

  /** Waits for the threads: worth it before `data`, which deflates here and now what they have not. */
  async ready(): Promise<void> {
    await Promise.all(this.working);
  }

  /** All blocks, deflated, in the order of their numbers; the last one is closed. */
  data(): Buffer[] {
    if (this.size > 0) this.close();
    return this.blocks.map(({ bytes, deflated }) => deflated ?? deflateRawSync(bytes, LEVEL));
  }

  private close(): void {
    const block: { bytes: Buffer; deflated: Buffer | null } = { bytes: Buffer.concat(this.parts), deflated: null };
    this.blocks.push(block);
    const keep = (deflated: Buffer): void => {
      block.deflated = deflated;
    };
    this.working.push(deflate(block.bytes, LEVEL).then(keep));
    this.parts = [];
    this.size = 0;
  }
}

/** The raw bytes kept at `place`. Throws where the block is gone: a row points to a block of its own upload. */
export function readRaw({ blockId, start, length }: RawPlace): Buffer {
  const row = one<{ data: Buffer }>('SELECT data FROM RawBlock WHERE id = ?', blockId);
  if (!row) throw new Error(`raw block ${blockId} is missing`);
  return inflateRawSync(row.data).subarray(start, start + length);
}
