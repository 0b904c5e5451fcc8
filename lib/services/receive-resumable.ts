import { rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { findReceiving, findReceivingLike, readReceiving, type ReceivingRow } from '@/lib/db/read/receiving';
import { dataFolder, transaction } from '@/lib/db/transaction';
import { deleteReceiving, insertReceiving } from '@/lib/db/write/receiving';
import { findUploadByPublicId } from '@/lib/db/write/uploads';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { forgetIncoming, isComing, takeHash } from './incoming-bytes';
import { originalPath } from './original';
import { hashFile } from './receive-log-file';
import {
  checkInput,
  findKind,
  findKnown,
  machineZone,
  queueStored,
  type ReceivedUpload,
  type UploadInput,
} from './receive-upload';

/** How far the receiving of an upload is. */
export interface Coming {
  publicId: string;
  name: string;
  /** Bytes on this machine, and bytes it will have. */
  received: number;
  sizeBytes: number;
  /** False where nobody is sending it: it stopped half-way. */
  active: boolean;
  /** When bytes came last, epoch ms. */
  lastMs: number;
}

/** Where an upload's bytes come to lie, from the first one on: relative to the data folder. */
export const placeOf = (publicId: string): string => path.join('uploads', publicId);

/**
 * Refuses what could never be received: bad fields, an empty file, one that the disk has no room for.
 * @param input with `expectedBytes`, the size it will have
 * @throws UserError
 */
export async function checkResumable(input: unknown): Promise<void> {
  const { name, expectedBytes } = checkInput(input);
  if (!expectedBytes) throw new UserError('bad-input', message('services.upload.empty', { name }));
  const { bavail, bsize } = await statfs(dataFolder());
  if (bavail * bsize >= expectedBytes) return;
  const params = { name, folder: dataFolder(), size: expectedBytes, free: bavail * bsize };
  throw new UserError('unavailable', message('services.upload.no-room', params));
}

/**
 * Notes that the bytes of an upload will come: from now on it is listed, and can be gone on with.
 * @throws UserError for bad input.
 */
export function beginResumable(context: Context, publicId: string, input: UploadInput): void {
  const { fileTimeMs, zone, expectedBytes, ...rest } = checkInput(input);
  insertReceiving({
    ...rest,
    publicId,
    path: placeOf(publicId),
    sizeBytes: expectedBytes ?? 0,
    receivedMs: context.nowMs,
    fileTimeMs: fileTimeMs ?? context.nowMs,
    zone: zone ?? machineZone(),
  });
}

/** Uploads being taken in at this moment: asked twice, it is done once. */
const finishing = new Map<string, Promise<ReceivedUpload>>();
/** What was here before, by the name it had while it came: for a browser that missed the answer. The last ones only. */
const duplicates = new Map<string, ReceivedUpload>();
const REMEMBERED = 1000;

/**
 * Takes in an upload all of whose bytes are here: hashed, recognised where it was here before, else queued for reading.
 * Its row changes in one transaction, so a process killed at any moment leaves it either still to be taken in or
 * taken in once; asked again for one that is done, it says so.
 * @throws UserError where bytes are missing, or there is no such upload.
 */
export function finishResumable(context: Context, publicId: string): Promise<ReceivedUpload> {
  const under = finishing.get(publicId);
  if (under) return under;
  const work = takeIn(context, publicId).finally(() => finishing.delete(publicId));
  finishing.set(publicId, work);
  return work;
}

async function takeIn(context: Context, publicId: string): Promise<ReceivedUpload> {
  const row = findReceiving(publicId);
  if (!row) return takenIn(publicId);
  const { name, sizeBytes } = row;
  const file = originalPath(row.path);
  const { received } = await describeComing(row);
  if (received !== sizeBytes) {
    throw new UserError('bad-input', message('services.upload.cut', { name, got: received, expected: sizeBytes }));
  }
  const sha256 = takeHash(publicId, sizeBytes) ?? (await hashFile(file, sizeBytes));
  const kind = await findKind(row.path);
  const result = transaction(() => {
    if (!deleteReceiving(publicId)) return takenIn(publicId);
    return findKnown(sha256) ?? queueStored(context, { ...row, sha256 }, kind);
  });
  if (result.duplicate) {
    remember(publicId, result);
    await rm(file, { force: true });
  }
  return result;
}

function remember(publicId: string, result: ReceivedUpload): void {
  const oldest = duplicates.keys().next();
  if (duplicates.size >= REMEMBERED && !oldest.done) duplicates.delete(oldest.value);
  duplicates.set(publicId, result);
}

function takenIn(publicId: string): ReceivedUpload {
  const known = duplicates.get(publicId);
  if (known) return known;
  const done = findUploadByPublicId(publicId);
  if (!done) throw new UserError('not-found', message('services.upload.unknown', { id: publicId }));
  return { publicId, id: done.id, duplicate: false };
}

/**
 * Gives up an upload that is not complete: its row and its bytes go.
 * @throws UserError where there is none of that name.
 */
export async function discardResumable(publicId: string): Promise<void> {
  const row = findReceiving(publicId);
  if (!row || !deleteReceiving(publicId)) {
    throw new UserError('not-found', message('services.upload.unknown', { id: publicId }));
  }
  forgetIncoming(publicId);
  await rm(originalPath(row.path), { force: true });
}

/** How far the receiving of an upload is: the file itself tells it. */
export async function describeComing(row: ReceivingRow): Promise<Coming> {
  const { publicId, name, sizeBytes } = row;
  const file = await statOf(row);
  const received = file?.size ?? 0;
  return { publicId, name, sizeBytes, received, active: isComing(publicId), lastMs: file?.mtimeMs ?? row.receivedMs };
}

/** Null where the file is gone. */
async function statOf(row: ReceivingRow): Promise<{ size: number; mtimeMs: number } | null> {
  try {
    const { size, mtimeMs } = await stat(originalPath(row.path));
    return { size, mtimeMs: Math.round(mtimeMs) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** What is coming in or stopped half-way, the newest first. */
export async function listComing(limit: number): Promise<Coming[]> {
  return Promise.all(readReceiving(limit).map(describeComing));
}

/**
 * The upload of a file that stopped half-way, to go on with it when the file is chosen again: the same name, whatever
 * its folder, the same size, the same time.
 */
export async function findStopped(file: {
  name: string;
  sizeBytes: number;
  fileTimeMs: number;
}): Promise<Coming | null> {
  const base = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
  for (const row of findReceivingLike(file.sizeBytes, file.fileTimeMs)) {
    if (base(row.name) !== base(file.name) || isComing(row.publicId)) continue;
    if (await statOf(row)) return describeComing(row);
  }
  return null;
}
