import { constants, type Stats } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip, type Gunzip } from 'node:zlib';
import { message, UserError } from '@/lib/model';

/** A log opened for reading. */
export interface OpenedLog {
  name: string;
  /** As stored; null where it is not a regular file. */
  sizeBytes: number | null;
  /** When the file was last written, UTC milliseconds; null where it is not a regular file. */
  fileTimeMs: number | null;
  /** The log's bytes, inflated. A chunk is valid until the next one is asked for. To be read once. */
  chunks: AsyncIterable<Uint8Array>;
  /** How many bytes of the stored form were read so far. */
  bytesRead(): number;
}

const READ_SIZE = 524_288;
/** Deflate packs a thousandfold at most, so this bounds what one step can inflate to. */
const INFLATE_STEP = 16_384;

/**
 * Opens a log: a path, or `-` for standard input. gzip is known by its first bytes, whatever the name.
 * @param size how many bytes of a file are read at most: one that grows is read as it was.
 * @throws UserError where it cannot be opened; its chunks throw one where the gzip is cut off or damaged,
 * after all that could be inflated.
 */
export async function openLog(path: string, size = Number.POSITIVE_INFINITY): Promise<OpenedLog> {
  const progress = { bytes: 0 };
  const bytesRead = () => progress.bytes;
  if (path === '-') {
    const chunks = inflateGzip(count(process.stdin, progress), '-');
    return { name: '-', sizeBytes: null, fileTimeMs: null, chunks, bytesRead };
  }
  const found = await examine(path);
  if (found.isDirectory()) throw new UserError('bad-input', message('open-log.is-directory', { name: path }));
  const regular = found.isFile();
  return {
    name: basename(path),
    sizeBytes: regular ? found.size : null,
    fileTimeMs: regular ? found.mtimeMs : null,
    chunks: inflateGzip(readFile(path, size, progress), path),
    bytesRead,
  };
}

/** Nothing is held open until the chunks are asked for, so that a log never read leaves nothing behind. */
async function examine(path: string): Promise<Stats> {
  try {
    await access(path, constants.R_OK);
    return await stat(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new UserError('not-found', message('open-log.not-found', { name: path }));
    if (code === 'EACCES') throw new UserError('refused', message('open-log.not-readable', { name: path }));
    throw error;
  }
}

/** Reads ahead into a second buffer while the first one is worked on. */
async function* readFile(path: string, size: number, progress: { bytes: number }): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  const buffers = [Buffer.allocUnsafe(READ_SIZE), Buffer.allocUnsafe(READ_SIZE)] as const;
  let ahead = handle.read(buffers[0], 0, READ_SIZE, null);
  try {
    for (let turn = 0; ; turn ^= 1) {
      const { bytesRead, buffer } = await ahead;
      if (bytesRead === 0) return;
      const wanted = Math.min(bytesRead, size - progress.bytes);
      progress.bytes += wanted;
      ahead = handle.read(buffers[turn === 0 ? 1 : 0], 0, READ_SIZE, null);
      yield buffer.subarray(0, wanted);
      if (progress.bytes >= size) return;
    }
  } finally {
    await Promise.allSettled([ahead]);
    await handle.close();
  }
}

async function* count(source: AsyncIterable<Buffer | string>, progress: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk);
    progress.bytes += bytes.length;
    yield bytes;
  }
}

async function* inflateGzip(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let first: Buffer | null = Buffer.alloc(0);
  let inflater: Inflater | null = null;
  for await (const chunk of source) {
    let bytes: Buffer = chunk;
    if (first !== null) {
      first = bytes = Buffer.concat([first, bytes]);
      if (first.length < 2) continue;
      if (first[0] === 0x1f && first[1] === 0x8b) inflater = new Inflater(name);
      first = null;
    }
    if (inflater === null) yield bytes;
    else yield* inflater.push(bytes);
  }
  if (first !== null && first.length > 0) yield first;
  if (inflater !== null) yield* inflater.end();
}

/** Inflates step by step, so that all that came before a fault is handed out before the fault is. */
class Inflater {
  private readonly gunzip: Gunzip = createGunzip({ chunkSize: 65_536 });
  private pieces: Buffer[] = [];
  private fault: Error | null = null;

  constructor(private readonly name: string) {
    this.gunzip.on('data', (piece: Buffer) => this.pieces.push(piece));
    this.gunzip.on('error', (error) => (this.fault = error));
  }

  async *push(bytes: Buffer): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += INFLATE_STEP) {
      const step = bytes.subarray(at, at + INFLATE_STEP);
      await this.until((done) => this.gunzip.write(step, done));
      yield* this.take();
    }
  }

  async *end(): AsyncGenerator<Buffer> {
    await this.until(() => this.gunzip.end());
    yield* this.take();
  }

  /** Waits for the callback, or for the stream to close: a fault closes it and leaves the callback uncalled. */
  private until(start: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      this.gunzip.once('close', resolve);
      start(() => {
        this.gunzip.off('close', resolve);
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
    const key = cut ? 'open-log.gzip-cut-off' : 'open-log.gzip-damaged';
    throw new UserError('bad-input', message(key, { name: this.name }), { cause: this.fault });
  }
}
