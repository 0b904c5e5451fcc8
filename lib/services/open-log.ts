import { constants, type Stats } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { message, UserError } from '@/lib/model';
import { inflateLog } from './containers/inflate-log';
import { DEFAULT_LIMITS, type InflateLimits } from './containers/limits';

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

/**
 * Opens a log: a path, or `-` for standard input. A packed one (gzip, bzip2, xz, zstd) is known by its first bytes,
 * whatever the name, and inflated.
 * @param size how many bytes of a file are read at most: one that grows is read as it was.
 * @param limits what a packed one may come to
 * @param see is given the bytes of a file's stored form in their order, as they are read
 * @throws UserError where it cannot be opened; its chunks throw one where it is cut off, damaged, an archive or a
 * bomb, after all that could be inflated.
 */
export async function openLog(
  path: string,
  size = Number.POSITIVE_INFINITY,
  limits: InflateLimits = DEFAULT_LIMITS,
  see: (bytes: Uint8Array) => void = () => undefined,
): Promise<OpenedLog> {
  const progress = { bytes: 0 };
  const bytesRead = () => progress.bytes;
  if (path === '-') {
    const chunks = inflateLog(count(process.stdin, progress), '-', limits);
    return { name: '-', sizeBytes: null, fileTimeMs: null, chunks, bytesRead };
  }
  const found = await examine(path);
  if (found.isDirectory()) throw new UserError('bad-input', message('open-log.is-directory', { name: path }));
  const regular = found.isFile();
  return {
    name: basename(path),
    sizeBytes: regular ? found.size : null,
    fileTimeMs: regular ? found.mtimeMs : null,
    chunks: inflateLog(readFile(path, size, progress, see), path, limits),
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
async function* readFile(
  path: string,
  size: number,
  progress: { bytes: number },
  see: (bytes: Uint8Array) => void,
): AsyncGenerator<Buffer> {
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
      const bytes = buffer.subarray(0, wanted);
      see(bytes);
      yield bytes;
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
