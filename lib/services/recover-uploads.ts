import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readReceiving } from '@/lib/db/read/receiving';
import { dataFolder } from '@/lib/db/transaction';
import { findUploadByPublicId } from '@/lib/db/write/uploads';
import type { Context } from './context';
import { describeComing, discardResumable, finishResumable } from './receive-resumable';

/** An upload that nobody went on with is kept for so long. */
export const KEEP_STOPPED_MS = 7 * 86_400_000;
const ALL = 100_000;

/** What a start found of uploads that an earlier process left. */
export interface Recovered {
  /** Complete, and now taken in. */
  finished: string[];
  /** Not complete, older than {@link KEEP_STOPPED_MS}, and now gone. */
  removed: Array<{ name: string; received: number; sizeBytes: number }>;
  /** Files that belong to no upload. */
  files: string[];
}

/**
 * Puts in order what a killed process left: takes in what is complete, and removes what stopped more than seven days
 * ago. To be called at the start of the worker and now and then.
 */
export async function recoverUploads(context: Context): Promise<Recovered> {
  const recovered: Recovered = { finished: [], removed: [], files: [] };
  for (const row of readReceiving(ALL)) {
    const { publicId, name, received, sizeBytes, lastMs } = await describeComing(row);
    if (received === sizeBytes) {
      await finishResumable(context, publicId);
      recovered.finished.push(name);
    } else if (context.nowMs - lastMs > KEEP_STOPPED_MS) {
      await discardResumable(publicId);
      recovered.removed.push({ name, received, sizeBytes });
    }
  }
  recovered.files = await removeStrays(context.nowMs);
  return recovered;
}

/** Files whose upload was never written down, or is gone: a process was killed between the two. */
async function removeStrays(nowMs: number): Promise<string[]> {
  const folder = path.join(dataFolder(), 'uploads');
  const strays: string[] = [];
  for (const name of await filesIn(folder)) {
    if (findUploadByPublicId(name)) continue;
    const file = path.join(folder, name);
    if (nowMs - (await stat(file)).mtimeMs <= KEEP_STOPPED_MS) continue;
    await rm(file, { force: true });
    strays.push(name);
  }
  return strays;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
