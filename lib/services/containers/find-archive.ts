import { createReadStream } from 'node:fs';
import { inflateWithin } from './inflate-log';
import { DEFAULT_LIMITS } from './limits';
import { readHead } from './read-head';
import { type Archive, type Compression, isCompression } from './recognise';

/** An archive, and how it is packed as a whole. */
export interface FoundArchive {
  archive: Archive;
  layer: Compression | null;
}

/** Looks into a file's first bytes, through one layer of packing. Null where it is a log, or cannot be read so far. */
export async function findArchive(path: string): Promise<FoundArchive | null> {
  const { kind, chunks, close } = await readHead(createReadStream(path));
  if (kind === null || !isCompression(kind)) {
    await close();
    return kind === null ? null : { archive: kind, layer: null };
  }
  const inner = await readHead(inflateWithin(kind, chunks, path, DEFAULT_LIMITS));
  await inner.close();
  return inner.kind === null || isCompression(inner.kind) ? null : { archive: inner.kind, layer: kind };
}

/** True for what unpacking can take apart: in a zip that is packed again nothing can be found. */
export function canUnpack({ archive, layer }: FoundArchive): boolean {
  return archive === 'tar' || layer === null;
}
