import type { LogFormat } from '@/lib/model';
import { all, insert, one, run } from '../connection';
import { IN_BLOCK } from '../raw-blocks';

/** What tells a followed file from the one that takes its place. */
export interface FileIdentity {
  /** Device and inode, decimal; null for a log of our own. */
  device: string | null;
  inode: string | null;
  /** How many of the file's first bytes are known, and their SHA-256. */
  headLength: number;
  headSha256: string;
}

/** One generation of a log that is read as it grows. */
export interface LiveLogRow extends FileIdentity {
  id: number;
  kind: 'follow' | 'push';
  /** Absolute, or relative to the data folder. */
  path: string;
  /** Null once a person removed the upload. */
  uploadId: number | null;
  tokenId: number | null;
  /** Of a pushed log: how many bytes are safely there. */
  length: number;
  /** How many bytes are read. */
  offset: number;
  /** 1 once it was read to its end. */
  caughtUp: number;
  ended: number;
}

const COLUMNS = `id, kind, path, uploadId, tokenId, device, inode, headLength, headSha256, length, "offset", caughtUp, ended`;

export interface NewLiveLog extends FileIdentity {
  kind: LiveLogRow['kind'];
  path: string;
  uploadId: number;
  tokenId: number | null;
}

export function insertLiveLog(log: NewLiveLog): number {
  return insert(
    `INSERT INTO LiveLog (kind, path, uploadId, tokenId, device, inode, headLength, headSha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    log.kind,
    log.path,
    log.uploadId,
    log.tokenId,
    log.device,
    log.inode,
    log.headLength,
    log.headSha256,
  );
}

export function findLiveLog(id: number): LiveLogRow | undefined {
  return one<LiveLogRow>(`SELECT ${COLUMNS} FROM LiveLog WHERE id = ?`, id);
}

/** The generations of a path that are not read to their end, the oldest first. */
export function openLiveLogs(path: string): LiveLogRow[] {
  return all<LiveLogRow>(`SELECT ${COLUMNS} FROM LiveLog WHERE path = ? AND ended = 0 ORDER BY id`, path);
}

/** Generations that are looked back at: more do not lie beside a log. */
const MOST_GENERATIONS = 100;

/**
 * What the latest generations of a path are known by, and when each was last written to when it was read; null where
 * a person removed its upload.
 */
export function readGenerations(path: string): Array<FileIdentity & { fileTimeMs: number | null }> {
  return all(
    `SELECT l.device, l.inode, l.headLength, l.headSha256, u.fileTimeMs FROM LiveLog l LEFT JOIN Upload u ON u.id = l.uploadId
     WHERE l.path = ? ORDER BY l.id DESC LIMIT ?`,
    path,
    MOST_GENERATIONS,
  );
}

/**
 * Notes how far a log is read; to be called in the transaction of its events.
 * @returns false where it is not read as far as `from`: another process reads it too, and nothing may be written.
 */
export function advanceLiveLog(id: number, from: number, to: number): boolean {
  return run('UPDATE LiveLog SET "offset" = ? WHERE id = ? AND "offset" = ? AND ended = 0', to, id, from) === 1;
}

export function setLiveLogHead(id: number, headLength: number, headSha256: string): void {
  run('UPDATE LiveLog SET headLength = ?, headSha256 = ? WHERE id = ?', headLength, headSha256, id);
}

export function setLiveLogLength(id: number, length: number): void {
  run('UPDATE LiveLog SET length = ? WHERE id = ?', length, id);
}

export function setLiveLogUpload(id: number, uploadId: number): void {
  run('UPDATE LiveLog SET uploadId = ? WHERE id = ?', uploadId, id);
}

export function setLiveLogCaughtUp(id: number): void {
  run('UPDATE LiveLog SET caughtUp = 1 WHERE id = ?', id);
}

export function endLiveLog(id: number): void {
  run('UPDATE LiveLog SET ended = 1 WHERE id = ?', id);
}

/** What a growing upload shows besides what its events' transactions count. */
export interface GrownUpload {
  sizeBytes: number;
  fileTimeMs: number;
  formats: ReadonlyArray<{ format: LogFormat; rejections: number }>;
}

export function growUpload(id: number, { sizeBytes, fileTimeMs, formats }: GrownUpload): void {
  run(
    `UPDATE Upload SET state = 'reading', error = NULL, sizeBytes = ?, fileTimeMs = ?, formats = ? WHERE id = ?`,
    sizeBytes,
    fileTimeMs,
    JSON.stringify(formats),
    id,
  );
}

/** Counts the distinct addresses of the logs that are read as they grow. */
export function countGrowingAddresses(): void {
  run(
    `UPDATE Upload SET addresses = (SELECT count(DISTINCT e.addressId) FROM RawBlock b JOIN Event e ON e.id ${IN_BLOCK} WHERE b.uploadId = Upload.id)
     WHERE id IN (SELECT uploadId FROM LiveLog WHERE ended = 0)`,
  );
}
