import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib';
import { ContainerFault } from './container-fault';

/** Deflate packs a thousandfold at most, so this bounds what one step can inflate to. */
const INFLATE_STEP = 16_384;
const CHUNK_BYTES = 65_536;

/** Inflates gzip (RFC 1952), all its members. @throws ContainerFault after all that could be inflated. */
export const inflateGzip = (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  inflate(source, createGunzip({ chunkSize: CHUNK_BYTES }));

/** Inflates bare deflate (RFC 1951), as a zip has it. @throws ContainerFault after all that could be inflated. */
export const inflateRaw = (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> =>
  inflate(source, createInflateRaw({ chunkSize: CHUNK_BYTES }));

async function* inflate(source: AsyncIterable<Uint8Array>, zlib: Gunzip | InflateRaw): AsyncGenerator<Uint8Array> {
  const inflater = new Inflater(zlib);
  try {
    for await (const bytes of source) yield* inflater.push(bytes);
    yield* inflater.end();
  } finally {
    zlib.destroy();
  }
}

/** Inflates step by step, so that all that came before a fault is handed out before the fault is. */
class Inflater {
  private pieces: Buffer[] = [];
  private fault: Error | null = null;

  constructor(private readonly zlib: Gunzip | InflateRaw) {
    this.zlib.on('data', (piece: Buffer) => this.pieces.push(piece));
    this.zlib.on('error', (error) => (this.fault = error));
  }

  async *push(bytes: Uint8Array): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += INFLATE_STEP) {
      const step = bytes.subarray(at, at + INFLATE_STEP);
      await this.until((done) => this.zlib.write(step, done));
      yield* this.take();
    }
  }

  async *end(): AsyncGenerator<Buffer> {
    await this.until(() => this.zlib.end());
    yield* this.take();
  }

  /** Waits for the callback, or for the stream to close: a fault closes it and leaves the callback uncalled. */
  private until(start: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      this.zlib.once('close', resolve);
      start(() => {
        this.zlib.off('close', resolve);
        resolve();
      });
    });
  }

  private *take(): Generator<Buffer> {
    const ready = this.pieces;
    this.pieces = [];
    yield* ready;
    if (this.fault === null) return;
    const cut = 'code' in this.fault && this.fault.code === 'Z_BUF_ERROR';
    throw new ContainerFault(cut ? 'cut-off' : 'damaged', this.fault.message, { cause: this.fault });
  }
}
