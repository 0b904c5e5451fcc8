import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Streams what comes in into a file, synced, and hashes it on the way.
 * @param check is told the bytes so far, and may throw to end it.
 */
export async function storeBytes(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  check: (bytes: number) => void = () => undefined,
): Promise<{ sha256: string; sizeBytes: number }> {
  await mkdir(path.dirname(file), { recursive: true });
  const hash = createHash('sha256');
  let sizeBytes = 0;
  async function* measured(): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      check(sizeBytes);
      yield chunk;
    }
  }
  await pipeline(Readable.from(measured(), { objectMode: false }), createWriteStream(file, { flush: true }));
  return { sha256: hash.digest('hex'), sizeBytes };
}
