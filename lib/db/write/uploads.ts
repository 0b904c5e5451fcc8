import type { Message } from '@/lib/model';
import { all, one, run, transaction } from '../connection';

export type UploadState = 'waiting' | 'reading' | 'done' | 'failed';

export interface NewUpload {
  publicId: string;
  name: string;
  source: 'browser' | 'paste' | 'cli' | 'sample';
  origin: 'user' | 'sample';
  sha256: string;
  sizeBytes: number;
  path: string;
  receivedMs: number;
  fileTimeMs: number;
  zone: string;
  year: number | null;
}

/** An upload as the worker needs it. */
export interface StoredUpload {
  id: number;
  publicId: string;
  name: string;
  origin: 'user' | 'sample';
  path: string;
  fileTimeMs: number;
  zone: string;
  year: number | null;
  state: UploadState;
  lastMs: number | null;
}

const COLUMNS = 'id, publicId, name, origin, path, fileTimeMs, zone, year, state, lastMs';

export function insertUpload(u: NewUpload): number {
  run(
    `INSERT INTO Upload (publicId, name, source, origin, sha256, sizeBytes, path, receivedMs, fileTimeMs, zone, year, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
    u.publicId,
    u.name,
    u.source,
    u.origin,
    u.sha256,
    u.sizeBytes,
    u.path,
    u.receivedMs,
    u.fileTimeMs,
    u.zone,
    u.year,
  );
  return one<{ id: number }>('SELECT id FROM Upload WHERE publicId = ?', u.publicId)?.id ?? 0;
}

export function findUpload(id: number): StoredUpload | undefined {
  return one<StoredUpload>(`SELECT ${COLUMNS} FROM Upload WHERE id = ?`, id);
}

export function findUploadByPublicId(publicId: string): StoredUpload | undefined {
  return one<StoredUpload>(`SELECT ${COLUMNS} FROM Upload WHERE publicId = ?`, publicId);
}

/** An earlier upload of the same bytes, whatever its name. */
export function findUploadByHash(sha256: string): StoredUpload | undefined {
  return one<StoredUpload>(`SELECT ${COLUMNS} FROM Upload WHERE sha256 = ? ORDER BY id LIMIT 1`, sha256);
}

export function setUploadState(id: number, state: UploadState, error: Message | null = null): void {
  run('UPDATE Upload SET state = ?, error = ? WHERE id = ?', state, error && JSON.stringify(error), id);
}

/** Marks an upload as read to its end and counts its distinct addresses. */
export function finishUpload(id: number, sizeBytes: number, lines: number, pasted: boolean): void {
  run(
    `UPDATE Upload SET state = 'done', error = NULL, bytesRead = ?2, lines = ?3, pasted = ?4,
       addresses = (SELECT count(DISTINCT addressId) FROM Event WHERE uploadId = ?1) WHERE id = ?1`,
    id,
    sizeBytes,
    lines,
    pasted ? 1 : 0,
  );
}

/**
 * Re-dates the upload's events whose year and zone were assumed, in one transaction with the upload's own
 * row and the addresses' first and last times.
 */
export function redateEvents(
  uploadId: number,
  change: (event: { timeMs: number; utcOffsetMinutes: number }) => { timeMs: number; utcOffsetMinutes: number },
  zone: string,
  year: number | null,
): void {
  transaction(() => {
    const page = `SELECT id, timeMs, utcOffsetMinutes FROM Event WHERE uploadId = ? AND timeAssumed = 1 AND id > ? ORDER BY id LIMIT 10000`;
    for (let after = 0; ; ) {
      const events = all<{ id: number; timeMs: number; utcOffsetMinutes: number }>(page, uploadId, after);
      for (const event of events) {
        const { timeMs, utcOffsetMinutes } = change(event);
        run('UPDATE Event SET timeMs = ?, utcOffsetMinutes = ? WHERE id = ?', timeMs, utcOffsetMinutes, event.id);
        after = event.id;
      }
      if (events.length === 0) break;
    }
    run(
      `UPDATE Upload SET zone = ?2, year = ?3, firstMs = (SELECT min(timeMs) FROM Event WHERE uploadId = ?1),
         lastMs = (SELECT max(timeMs) FROM Event WHERE uploadId = ?1) WHERE id = ?1`,
      uploadId,
      zone,
      year,
    );
    recountAddresses(
      all<{ id: number }>(
        'SELECT DISTINCT addressId AS id FROM Event WHERE uploadId = ? AND addressId IS NOT NULL',
        uploadId,
      ),
    );
  });
}

/** Removes an upload with all it brought; addresses, templates and recipients nothing else refers to go too. */
export function deleteUpload(uploadId: number): void {
  transaction(() => {
    const addresses = all<{ id: number }>(
      'SELECT DISTINCT addressId AS id FROM Event WHERE uploadId = ? AND addressId IS NOT NULL',
      uploadId,
    );
    const templates = all<{ id: number }>(
      'SELECT DISTINCT templateId AS id FROM Event WHERE uploadId = ? AND templateId IS NOT NULL',
      uploadId,
    );
    const recipients = all<{ id: number }>(
      'SELECT DISTINCT recipientId AS id FROM Event WHERE uploadId = ? AND recipientId IS NOT NULL',
      uploadId,
    );
    run('DELETE FROM Event WHERE uploadId = ?', uploadId);
    run('DELETE FROM Upload WHERE id = ?', uploadId);
    recountAddresses(addresses);
    for (const { id } of addresses) run('DELETE FROM Address WHERE id = ? AND events = 0', id);
    for (const { id } of templates)
      run('DELETE FROM Template WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM Event WHERE templateId = ?1)', id);
    for (const { id } of recipients) {
      run(
        'DELETE FROM Recipient WHERE id = ?1 AND service IS NULL AND NOT EXISTS (SELECT 1 FROM Event WHERE recipientId = ?1)',
        id,
      );
    }
  });
}

function recountAddresses(addresses: ReadonlyArray<{ id: number }>): void {
  for (const { id } of addresses) {
    run(
      `UPDATE Address SET (events, firstMs, lastMs) =
         (SELECT count(*), min(timeMs), max(timeMs) FROM Event WHERE addressId = ?1) WHERE id = ?1`,
      id,
    );
  }
}
