import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { one, prepare } from './connection';

/** Lines are packed until a block holds this many bytes: small enough to inflate for one line. */
const BLOCK_BYTES = 64 * 1024;

/** Where a raw line is kept. */
export interface RawPlace {
  blockId: number;
  start: number;
  length: number;
}

/**
 * Packs raw lines into deflated blocks of one upload. Must be used inside a transaction: `add` names a
 * block that is only written by the next `flush`.
 */
export class RawBlockWriter {
  private parts: Uint8Array[] = [];
  private size = 0;
  private blockId: number | null = null;

  constructor(private readonly uploadId: number) {}

  add(raw: Uint8Array): RawPlace {
    this.blockId ??= Number(
      prepare('INSERT INTO RawBlock (uploadId, data) VALUES (?, ?)').run(this.uploadId, Buffer.alloc(0))
        .lastInsertRowid,
    );
    const place = { blockId: this.blockId, start: this.size, length: raw.length };
    this.parts.push(raw);
    this.size += raw.length;
    if (this.size >= BLOCK_BYTES) this.flush();
    return place;
  }

  flush(): void {
    if (this.blockId === null) return;
    const data = deflateRawSync(Buffer.concat(this.parts), { level: 1 });
    prepare('UPDATE RawBlock SET data = ? WHERE id = ?').run(data, this.blockId);
    this.parts = [];
    this.size = 0;
    this.blockId = null;
  }
}

/** The raw bytes kept at `place`. Throws where the block is gone: a row points to a block of its own upload. */
export function readRaw({ blockId, start, length }: RawPlace): Buffer {
  const row = one<{ data: Buffer }>('SELECT data FROM RawBlock WHERE id = ?', blockId);
  if (!row) throw new Error(`raw block ${blockId} is missing`);
  return inflateRawSync(row.data).subarray(start, start + length);
}
