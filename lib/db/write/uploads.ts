import type { ArchiveMember, Assumed, LogFormat, Message } from '@/lib/model';
import { all, insert, one, prepare, run, transaction } from '../connection';
import type { Kind } from '../kind';
import { IN_BLOCK, RECORDS_PER_BLOCK } from '../raw-blocks';
import { noteEventsRewritten } from '../rewritten';
import { Kinds } from './interns';

export type UploadState = 'waiting' | 'reading' | 'done' | 'failed';

/** How a log came in; `follow` and `push` grow while they are read. */
export type UploadSource = 'browser' | 'paste' | 'cli' | 'sample' | 'follow' | 'push';

export interface NewUpload {
  publicId: string;
  name: string;
  source: UploadSource;
  origin: 'user' | 'sample';
  /** Null where the log still grows, and where it is hashed when it is read. */
  sha256: string | null;
  sizeBytes: number;
  path: string;
  receivedMs: number;
  fileTimeMs: number;
  zone: string;
  year: number | null;
  format?: LogFormat | null;
}

/** An upload as the worker needs it. */
export interface StoredUpload {
  id: number;
  publicId: string;
  name: string;
  source: UploadSource;
  origin: 'user' | 'sample';
  /** Relative to the data folder, absolute where the user's own file is read in its place, '' once dropped. */
  path: string;
  sizeBytes: number;
  /** Null where it is not known yet. */
  sha256: string | null;
  fileTimeMs: number;
  zone: string;
  year: number | null;
  /** The one mail server to be read, as the user said; null for all. */
  format: LogFormat | null;
  state: UploadState;
  lastMs: number | null;
}

const COLUMNS =
  'id, publicId, name, source, origin, path, sizeBytes, sha256, fileTimeMs, zone, year, format, state, lastMs';

export function insertUpload(u: NewUpload): number {
  return insert(
    `INSERT INTO Upload (publicId, name, source, origin, sha256, sizeBytes, path, receivedMs, fileTimeMs, zone, year, format, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting') RETURNING id`,
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
    u.format ?? null,
  );
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

export function hasUploadOfSize(sizeBytes: number): boolean {
  return one('SELECT 1 FROM Upload WHERE sizeBytes = ?', sizeBytes) !== undefined;
}

/** Files of this machine of that size that are not hashed yet. */
export function findUnhashedUploads(sizeBytes: number): Array<{ id: number; path: string }> {
  return all(`SELECT id, path FROM Upload WHERE sizeBytes = ? AND sha256 IS NULL AND source = 'cli'`, sizeBytes);
}

export function setUploadHash(id: number, sha256: string): void {
  run('UPDATE Upload SET sha256 = ? WHERE id = ?', sha256, id);
}

export function setUploadState(id: number, state: UploadState, error: Message | null = null): void {
  run('UPDATE Upload SET state = ?, error = ? WHERE id = ?', state, error && JSON.stringify(error), id);
}

/** Notes what came of an archive's files, and how much of it was read so far. */
export function setUploadMembers(id: number, members: readonly ArchiveMember[], bytesRead: number): void {
  run('UPDATE Upload SET members = ?, bytesRead = ? WHERE id = ?', JSON.stringify(members), bytesRead, id);
}

/** What the reading of an upload came to. */
export interface UploadEnd {
  bytesRead: number;
  lines: number;
  pasted: boolean;
  formats: ReadonlyArray<{ format: LogFormat; rejections: number }>;
}

/** Marks an upload as read to its end and counts its distinct addresses. */
export function finishUpload(id: number, { bytesRead, lines, pasted, formats }: UploadEnd): void {
  run(
    `UPDATE Upload SET state = 'done', error = NULL, bytesRead = ?2, lines = ?3, pasted = ?4, formats = ?5,
       addresses = (SELECT count(DISTINCT e.addressId) FROM RawBlock b JOIN Event e ON e.id ${IN_BLOCK} WHERE b.uploadId = ?1) WHERE id = ?1`,
    id,
    bytesRead,
    lines,
    pasted ? 1 : 0,
    JSON.stringify(formats),
  );
}

/** Notes that the bytes that were received are not kept any longer. */
export function dropOriginal(id: number): void {
  run("UPDATE Upload SET path = '' WHERE id = ?", id);
}

/** A stored moment: what of it was assumed, and so can be changed. */
export interface StoredMoment {
  timeMs: number;
  utcOffsetMinutes: number;
  assumed: Assumed;
}

/**
 * Re-dates the upload's events whose zone, or year and zone, were assumed, in one transaction with the
 * upload's own row and the addresses' first and last times.
 */
export function redateEvents(
  uploadId: number,
  change: (event: StoredMoment) => { timeMs: number; utcOffsetMinutes: number },
  zone: string,
  year: number | null,
): void {
  transaction(() => {
    const kinds = new Kinds();
    const known = new Map(all<Kind & { id: number }>('SELECT * FROM Kind').map((kind) => [kind.id, kind]));
    const update = prepare('UPDATE Event SET timeMs = ?, kindId = ? WHERE id = ?');
    const events = `SELECT id, timeMs, kindId FROM Event e WHERE e.id BETWEEN ? AND ?`;
    for (const block of all<{ first: number; last: number }>(BLOCKS, uploadId)) {
      for (const { id, timeMs, kindId } of all<{ id: number; timeMs: number; kindId: number }>(
        events,
        block.first,
        block.last,
      )) {
        const kind = known.get(kindId);
        if (!kind || kind.assumed === 'nothing') continue;
        const { utcOffsetMinutes, assumed } = kind;
        const changed = change({ timeMs, utcOffsetMinutes, assumed });
        update.run(changed.timeMs, kinds.id({ ...kind, utcOffsetMinutes: changed.utcOffsetMinutes }), id);
      }
    }
    const { first, last } = one<{ first: number | null; last: number | null }>(
      `SELECT min(e.timeMs) AS first, max(e.timeMs) AS last ${OF_UPLOAD}`,
      uploadId,
    ) ?? { first: null, last: null };
    run(
      'UPDATE Upload SET zone = ?, year = ?, firstMs = ?, lastMs = ? WHERE id = ?',
      zone,
      year,
      first,
      last,
      uploadId,
    );
    recountAddresses(idsOf('addressId', uploadId));
    noteEventsRewritten();
  });
}

/** SQL: the blocks of an upload, as the ranges of ids that lie in them. */
export const BLOCKS = `SELECT b.id * ${RECORDS_PER_BLOCK} AS first, b.id * ${RECORDS_PER_BLOCK} + ${RECORDS_PER_BLOCK - 1} AS last
  FROM RawBlock b WHERE b.uploadId = ? ORDER BY b.id`;
export const OF_UPLOAD = `FROM RawBlock b JOIN Event e ON e.id ${IN_BLOCK} WHERE b.uploadId = ?`;

/** What the upload's events refer to. */
export function idsOf(column: 'addressId' | 'templateId' | 'recipientId', uploadId: number): number[] {
  const text = `SELECT DISTINCT e.${column} AS id ${OF_UPLOAD} AND e.${column} IS NOT NULL`;
  return all<{ id: number }>(text, uploadId).map(({ id }) => id);
}

/** Removes an upload with all it brought; addresses, templates and recipients nothing else refers to go too. */
export function deleteUpload(uploadId: number): void {
  transaction(() => {
    const addresses = idsOf('addressId', uploadId);
    const templates = idsOf('templateId', uploadId);
    const recipients = idsOf('recipientId', uploadId);
    for (const { first, last } of all<{ first: number; last: number }>(BLOCKS, uploadId)) {
      run('DELETE FROM Event WHERE id BETWEEN ? AND ?', first, last);
      run('DELETE FROM UnparsedLine WHERE id BETWEEN ? AND ?', first, last);
    }
    noteEventsRewritten();
    run('DELETE FROM Sighting WHERE uploadId = ?', uploadId);
    run('DELETE FROM SightingSpan WHERE uploadId = ?', uploadId);
    run('DELETE FROM Upload WHERE id = ?', uploadId);
    forgetUnused(addresses, templates, recipients);
  });
}

/** Counts addresses anew, and removes addresses, templates and recipients that no event refers to any more. */
export function forgetUnused(
  addresses: readonly number[],
  templates: readonly number[],
  recipients: readonly number[],
): void {
  recountAddresses(addresses);
  for (const id of addresses) run('DELETE FROM Address WHERE id = ? AND events = 0', id);
  for (const id of templates) {
    run('DELETE FROM Template WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM Event WHERE templateId = ?1)', id);
  }
  for (const id of recipients) {
    run(
      'DELETE FROM Recipient WHERE id = ?1 AND service IS NULL AND NOT EXISTS (SELECT 1 FROM Event WHERE recipientId = ?1)',
      id,
    );
  }
}

/** Counts the refusals of these addresses anew. */
export function recountAddresses(ids: readonly number[]): void {
  for (const id of ids) {
    run(
      `UPDATE Address SET (events, firstMs, lastMs) =
         (SELECT count(*), min(timeMs), max(timeMs) FROM Event WHERE addressId = ?1) WHERE id = ?1`,
      id,
    );
  }
}
