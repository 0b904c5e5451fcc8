import { explainDiskFull } from './disk-full';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readSetting } from '@/lib/db/read/settings';
import { dataFolder } from '@/lib/db/transaction';
import { writeSetting } from '@/lib/db/write/settings';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { newPublicId } from './ids';
import { openOfflineFile } from './offline-tables';
import { storeBytes } from './store-bytes';

const SETTING = 'offlineFiles';
/** Such files have some ten to some hundred MiB; the table must fit into memory. */
const MOST_BYTES = 1024 ** 3;
const MOST_FILES = 20;

const OfflineFiles = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    kind: z.enum(['mmdb', 'csv']),
    /** What it calls itself, or its columns. */
    content: z.string(),
    dateMs: z.number(),
    /** Whether that is when it was built, as it says itself, or when the file was last written. */
    dateOf: z.enum(['build', 'file']),
    networks: z.number().nullable(),
    badLines: z.number(),
  }),
);

/** A file of networks that the operator brought: where it comes from and what it holds. */
export type OfflineFile = z.output<typeof OfflineFiles>[number];

/** The files there are, the newest data first. */
export function listOfflineFiles(): OfflineFile[] {
  const text = readSetting(SETTING);
  const files = text === null ? [] : OfflineFiles.parse(JSON.parse(text));
  return files.sort((a, b) => b.dateMs - a.dateMs);
}

/** Where the bytes of a file lie. */
export function offlinePath({ id }: Pick<OfflineFile, 'id'>): string {
  return path.join(dataFolder(), 'offline', id);
}

/**
 * Takes a file of networks into the data folder: MMDB, or a table of text with their ASN, organisation or country.
 * @param input its name, and when it was last written (epoch ms; null: now).
 * @returns the file; the earlier one where these bytes are here already.
 * @throws UserError where it is too large or holds no networks; nothing is kept then.
 */
export async function addOfflineFile(
  context: Context,
  input: { name: string; fileTimeMs: number | null },
  chunks: AsyncIterable<Uint8Array>,
): Promise<OfflineFile> {
  const name = path.basename(input.name.trim()).slice(0, 255) || '?';
  const id = newPublicId();
  const final = offlinePath({ id });
  const partial = `${final}.part`;
  try {
    const { sha256, sizeBytes } = await storeBytes(partial, chunks, (bytes) => {
      if (bytes > MOST_BYTES) throw new UserError('bad-input', message('services.offline.too-large', { name }));
    });
    const known = listOfflineFiles().find((file) => file.sha256 === sha256);
    if (known) {
      await rm(partial, { force: true });
      return known;
    }
    const { kind, source } = await openOfflineFile(partial, name);
    const { content, builtMs, networks, badLines } = source;
    await rename(partial, final);
    const dateMs = builtMs ?? input.fileTimeMs ?? context.nowMs;
    const dateOf = builtMs === null ? ('file' as const) : ('build' as const);
    const file = { id, name, sha256, bytes: sizeBytes, kind, content, dateMs, dateOf, networks, badLines };
    const others = listOfflineFiles();
    if (others.length >= MOST_FILES)
      throw new UserError('conflict', message('services.offline.too-many', { count: MOST_FILES }));
    writeSetting(SETTING, JSON.stringify([...others, file]));
    return file;
  } catch (error) {
    await rm(partial, { force: true });
    await rm(final, { force: true });
    throw explainDiskFull(error);
  }
}

/** As {@link addOfflineFile}, of a file on this machine. */
export async function addLocalOfflineFile(context: Context, file: string): Promise<OfflineFile> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(file);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new UserError('bad-input', message('services.upload.unreadable', { name: file, problem }), { cause: error });
  }
  try {
    const { mtimeMs } = await handle.stat();
    return await addOfflineFile(
      context,
      { name: file, fileTimeMs: Math.trunc(mtimeMs) },
      handle.createReadStream({ autoClose: false }),
    );
  } finally {
    await handle.close();
  }
}

/**
 * Forgets a file and removes its bytes.
 * @throws UserError where there is none of that id.
 */
export async function removeOfflineFile(_context: Context, id: string): Promise<void> {
  const files = listOfflineFiles();
  const file = files.find((known) => known.id === id);
  if (!file) throw new UserError('not-found', message('services.offline.unknown', { id }));
  writeSetting(SETTING, JSON.stringify(files.filter((known) => known !== file)));
  await rm(offlinePath(file), { force: true });
}
