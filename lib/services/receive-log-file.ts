import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findUnhashedUploads, hasUploadOfSize, setUploadHash } from '@/lib/db/write/uploads';
import { type LogFormat, message, UserError } from '@/lib/model';
import type { Context } from './context';
import { newPublicId } from './ids';
import { findKind, findKnown, queueStored, type ReceivedUpload } from './receive-upload';

/** How the log's stamps and lines are read; null: as they seem. */
export interface ReadingChoice {
  year: number | null;
  zone: string | null;
  format?: LogFormat | null;
}

const READ_BYTES = 1 << 20;

/**
 * Takes a log file of this machine as an upload. It is read in its place, up to the size it has now, and never
 * removed.
 * @throws UserError where it cannot be read.
 */
export async function receiveLogFile(context: Context, file: string, choice: ReadingChoice): Promise<ReceivedUpload> {
  const info = await stat(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  if (!info.isFile()) throw new UserError('bad-input', message('services.upload.no-file', { name: file }));
  if (info.size === 0) throw new UserError('bad-input', message('services.upload.empty', { name: file }));
  const kind = await findKind(path.resolve(file));
  // What no upload is as large as was not here before. A log is then hashed as it is read: twice takes longer.
  const sha256 = kind === 'ingest' && !hasUploadOfSize(info.size) ? null : await hashFile(file, info.size);
  const known = sha256 === null ? null : await findSame(sha256, info.size);
  if (known) return known;
  const upload = {
    publicId: newPublicId(),
    name: path.basename(file),
    source: 'cli' as const,
    fileTimeMs: Math.round(info.mtimeMs),
    year: choice.year,
    zone: choice.zone,
    format: choice.format ?? null,
    sha256,
    sizeBytes: info.size,
    path: path.resolve(file),
  };
  return queueStored(context, upload, kind);
}

/** An earlier upload of the same bytes, one too that waits to be read and so hashed; null where there is none. */
async function findSame(sha256: string, sizeBytes: number): Promise<ReceivedUpload | null> {
  for (const { id, path: file } of findUnhashedUploads(sizeBytes)) {
    // What is gone can be compared no more.
    if (existsSync(file)) setUploadHash(id, await hashFile(file, sizeBytes));
  }
  return findKnown(sha256);
}

/**
 * The SHA-256 in hex of a file's first `size` bytes, read in pieces that hold nothing up.
 * @throws UserError where it cannot be read.
 */
export async function hashFile(file: string, size: number): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: READ_BYTES, end: size - 1 })) {
      hash.update(chunk as Buffer);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  return hash.digest('hex');
}

function unreadable(file: string, error: unknown): UserError {
  const problem = error instanceof Error ? error.message : String(error);
  return new UserError('bad-input', message('services.upload.unreadable', { name: file, problem }), { cause: error });
}
