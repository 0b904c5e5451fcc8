import { insert, run } from '../connection';
import type { NewUpload } from './uploads';

/** Writes the row of an upload whose bytes are still to come; nothing reads them yet. */
export function insertReceiving(u: Omit<NewUpload, 'sha256' | 'origin'>): number {
  return insert(
    `INSERT INTO Upload (publicId, name, source, sizeBytes, path, receivedMs, fileTimeMs, zone, year, format, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'receiving') RETURNING id`,
    u.publicId,
    u.name,
    u.source,
    u.sizeBytes,
    u.path,
    u.receivedMs,
    u.fileTimeMs,
    u.zone,
    u.year,
    u.format ?? null,
  );
}

/**
 * Takes the row of an upload that is still coming away: it was given up, or its complete row takes the place.
 * @returns false where it was no longer there: another process was first.
 */
export function deleteReceiving(publicId: string): boolean {
  return run(`DELETE FROM Upload WHERE publicId = ? AND state = 'receiving'`, publicId) === 1;
}
