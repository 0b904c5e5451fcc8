import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { isDiskFull } from '@/lib/db/transaction';

/** What this process knows of an upload that is coming in. */
interface Incoming {
  /** Over the first `hashed` bytes; what an earlier process received is not in it. */
  hash: Hash;
  hashed: number;
  /** True while a request is bringing bytes. */
  active: boolean;
}

/** Kept on globalThis because the web server's bundler loads a module more than once. */
const holder = globalThis as typeof globalThis & { ringleaderIncoming?: Map<string, Incoming> };
const incoming = (holder.ringleaderIncoming ??= new Map<string, Incoming>());

/** True while a request is bringing bytes of the upload. */
export function isComing(publicId: string): boolean {
  return incoming.get(publicId)?.active ?? false;
}

/**
 * Writes what comes behind the bytes that are there, and hashes it on the way. Bytes are counted only once the file
 * system has them; before a whole request is acknowledged they are on the disk.
 * @param offset where the file ends now
 * @returns where it ends then, also where the sender broke off.
 * @throws what the sender's stream or the file system throws; a full disk only after the sender had its say, since
 * a request that is not read to its end hears no answer.
 */
export async function appendBytes(
  publicId: string,
  file: string,
  offset: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const state = stateOf(publicId, offset);
  state.active = true;
  let position = offset;
  let full: unknown = null;
  const handle = await open(file, 'r+');
  try {
    for await (const chunk of chunks) {
      if (full !== null) continue;
      try {
        await writeWhole(handle, chunk, position);
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        full = error;
        // What the file system took of a chunk is in no hash.
        await handle.truncate(position);
        continue;
      }
      position += chunk.length;
      if (state.hashed === position - chunk.length) {
        state.hash.update(chunk);
        state.hashed = position;
      }
    }
    if (full !== null) throw full;
    await handle.datasync();
  } finally {
    state.active = false;
    await handle.close();
  }
  return position;
}

function stateOf(publicId: string, offset: number): Incoming {
  const known = incoming.get(publicId);
  if (known && offset > 0) return known;
  const fresh = { hash: createHash('sha256'), hashed: 0, active: false };
  incoming.set(publicId, fresh);
  return fresh;
}

async function writeWhole(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.length - written, position + written);
    written += bytesWritten;
  }
}

/** The SHA-256 in hex of what came, where this process saw all of it; null where the file has to be read for it. */
export function takeHash(publicId: string, sizeBytes: number): string | null {
  const state = incoming.get(publicId);
  incoming.delete(publicId);
  return state?.hashed === sizeBytes ? state.hash.digest('hex') : null;
}

/** Forgets an upload that was given up. */
export function forgetIncoming(publicId: string): void {
  incoming.delete(publicId);
}
