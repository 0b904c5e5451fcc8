import { explainDiskFull } from './disk-full';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { dataFolder, transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/db/write/jobs';
import { findUploadByHash, insertUpload, type UploadSource } from '@/lib/db/write/uploads';
import { isZone } from '@/lib/maillog';
import { LOG_FORMATS, message, UserError } from '@/lib/model';
import { canUnpack, findArchive } from './containers/find-archive';
import type { Context } from './context';
import { newPublicId } from './ids';
import { originalPath, removeOriginal } from './original';
import { storeBytes } from './store-bytes';

/** What comes with an upload's bytes. */
export const UploadInput = z.object({
  name: z.string().trim().min(1).max(255),
  source: z.enum(['browser', 'paste', 'cli', 'sample']),
  /** When the file was last written, epoch ms: tells the year of stamps without one. */
  fileTimeMs: z.number().int().nonnegative().nullable(),
  zone: z.string().refine(isZone, 'unknown time zone').nullable(),
  year: z.number().int().min(1990).max(2200).nullable(),
  /** The one mail server whose lines are to be read; null: all that are found. */
  format: z.enum(LOG_FORMATS).nullable().default(null),
  /** Bytes announced (Content-Length), to notice a body that was cut. */
  expectedBytes: z.number().int().nonnegative().nullable(),
});
export type UploadInput = z.input<typeof UploadInput>;

export interface ReceivedUpload {
  publicId: string;
  id: number;
  /** True where these bytes were here before: `publicId` is then the earlier upload. */
  duplicate: boolean;
}

/**
 * What comes with an upload, checked.
 * @throws UserError that names the field.
 */
export function checkInput(input: unknown): z.output<typeof UploadInput> {
  const parsed = UploadInput.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const params = { field: String(issue?.path[0] ?? '?'), problem: issue?.message ?? '' };
  throw new UserError('bad-input', message('services.upload.bad-field', params));
}

/** The machine's own zone: what a log without one was most likely written in. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Streams a log to disk, hashes it, and queues its reading. It is acknowledged only when the bytes are
 * complete and the row and its job are written together.
 * @throws UserError for bad input, an empty or a cut body.
 */
export async function receiveUpload(
  context: Context,
  input: UploadInput,
  chunks: AsyncIterable<Uint8Array>,
): Promise<ReceivedUpload> {
  const checked = checkInput(input);
  const { name, expectedBytes } = checked;
  const publicId = newPublicId();
  const relative = path.join('uploads', publicId);
  const final = path.join(dataFolder(), relative);
  const partial = `${final}.part`;
  try {
    const { sha256, sizeBytes } = await storeBytes(partial, chunks);
    if (sizeBytes === 0) throw new UserError('bad-input', message('services.upload.empty', { name }));
    if (expectedBytes !== null && expectedBytes !== sizeBytes) {
      const params = { name, got: sizeBytes, expected: expectedBytes };
      throw new UserError('bad-input', message('services.upload.cut', params));
    }
    const known = findKnown(sha256);
    if (known) {
      await rm(partial, { force: true });
      return known;
    }
    await rename(partial, final);
    return await queueReading(context, { publicId, ...checked, sha256, sizeBytes, path: relative });
  } catch (error) {
    await rm(partial, { force: true });
    throw explainDiskFull(error);
  }
}

/** The earlier upload of the same bytes, whatever its name; null where there is none. */
export function findKnown(sha256: string): ReceivedUpload | null {
  const known = findUploadByHash(sha256);
  return known ? { publicId: known.publicId, id: known.id, duplicate: true } : null;
}

/** An upload whose bytes lie where they will be read. */
interface StoredBytes extends Pick<z.output<typeof UploadInput>, 'name' | 'fileTimeMs' | 'zone' | 'year' | 'format'> {
  source: UploadSource;
  publicId: string;
  /** Null where they are hashed when they are read. */
  sha256: string | null;
  sizeBytes: number;
  /** Relative to the data folder; absolute where the user's own file is read in its place. */
  path: string;
}

/** Writes the upload's row and the job that reads it, or takes it apart where it is an archive, together. */
export async function queueReading(context: Context, upload: StoredBytes): Promise<ReceivedUpload> {
  const kind = await findKind(upload.path);
  // The same bytes may have come in meanwhile.
  const known = upload.sha256 === null ? null : findKnown(upload.sha256);
  if (known) {
    removeOriginal(upload.path);
    return known;
  }
  return queueStored(context, upload, kind);
}

/** What has to be done with bytes of ours: an archive is taken apart, anything else is read. */
export async function findKind(stored: string): Promise<'ingest' | 'unpack'> {
  const found = await findArchive(originalPath(stored));
  return found !== null && canUnpack(found) ? 'unpack' : 'ingest';
}

/** As {@link queueReading}, where it is known what has to be done. */
export function queueStored(context: Context, upload: StoredBytes, kind: 'ingest' | 'unpack'): ReceivedUpload {
  const { publicId, source, fileTimeMs, zone } = upload;
  const id = transaction(() => {
    const uploadId = insertUpload({
      ...upload,
      origin: source === 'sample' ? 'sample' : 'user',
      receivedMs: context.nowMs,
      fileTimeMs: fileTimeMs ?? context.nowMs,
      zone: zone ?? machineZone(),
    });
    enqueue({ kind, key: `${kind}:${publicId}`, lane: 'ingest', payload: { uploadId } }, context.nowMs);
    return uploadId;
  });
  return { publicId, id, duplicate: false };
}
