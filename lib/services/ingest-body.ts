import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The largest batch, as it is sent and as it is inflated. */
export const INGEST_BYTES = 16 * 1024 * 1024;

/**
 * Reads a batch's body whole, inflated; never more than `limit` bytes of either.
 * @param gzip true where it is compressed.
 * @returns `too-large`, or `damaged` for what is no gzip or is cut off.
 */
export async function readIngestBody(
  chunks: AsyncIterable<Uint8Array>,
  gzip: boolean,
  limit = INGEST_BYTES,
): Promise<Buffer | 'too-large' | 'damaged'> {
  const pieces: Buffer[] = [];
  let tooLarge = false;
  const capped = async function* (source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    let length = 0;
    for await (const chunk of source) {
      length += chunk.length;
      tooLarge ||= length > limit;
      if (tooLarge) return;
      yield chunk;
    }
  };
  const gather = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of capped(source)) pieces.push(Buffer.from(chunk));
  };
  try {
    if (gzip) await pipeline(Readable.from(capped(chunks)), createGunzip(), gather);
    else await gather(chunks);
    return tooLarge ? 'too-large' : Buffer.concat(pieces);
  } catch (error) {
    // What was left off in the middle looks broken to those who come behind.
    if (tooLarge) return 'too-large';
    if (isZlibFault(error)) return 'damaged';
    throw error;
  }
}

const isZlibFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
