import { type OfflineFile, listOfflineFiles, offlinePath } from './offline-files';
import { openOfflineFile } from './offline-tables';
import type { OfflineSource } from '@/lib/registry/offline';

/**
 * What a file of the operator's own says of an address: a hint for a person, with its source and date. Nothing that
 * detects, judges, reports or blocks may read it (`.dependency-cruiser.mjs`, `offline-data.test.ts`).
 */
export interface OfflineFact {
  file: Pick<OfflineFile, 'name' | 'content' | 'dateMs' | 'dateOf'>;
  /** A prefix, or `first - last`. */
  network: string;
  asn: number | null;
  organisation: string | null;
  country: string | null;
}

/** Tables in memory, by the id of their file. */
const loaded = new Map<string, Promise<OfflineSource>>();

/**
 * What the operator's own files say of an address, the newest first; files that do not know it say nothing. The first
 * question reads the files into memory.
 * @throws UserError where a file can no longer be read.
 */
export async function offlineFacts(address: string): Promise<OfflineFact[]> {
  const files = listOfflineFiles();
  for (const id of loaded.keys()) if (!files.some((file) => file.id === id)) loaded.delete(id);
  const facts: OfflineFact[] = [];
  for (const file of files) {
    const match = (await load(file)).find(address);
    const { name, content, dateMs, dateOf } = file;
    if (match) facts.push({ file: { name, content, dateMs, dateOf }, ...match });
  }
  return facts;
}

function load(file: OfflineFile): Promise<OfflineSource> {
  const known = loaded.get(file.id);
  if (known) return known;
  const source = openOfflineFile(offlinePath(file), file.name).then((opened) => opened.source);
  loaded.set(file.id, source);
  // What failed is tried again by the next who asks.
  source.catch(() => loaded.delete(file.id));
  return source;
}
