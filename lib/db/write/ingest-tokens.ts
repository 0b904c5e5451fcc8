import { insert, run } from '../connection';

export interface NewIngestToken {
  publicId: string;
  name: string;
  tokenHash: string;
  zone: string;
  createdMs: number;
}

export function insertIngestToken({ publicId, name, tokenHash, zone, createdMs }: NewIngestToken): number {
  return insert(
    'INSERT INTO IngestToken (publicId, name, tokenHash, zone, createdMs) VALUES (?, ?, ?, ?, ?) RETURNING id',
    publicId,
    name,
    tokenHash,
    zone,
    createdMs,
  );
}

/** @returns false where there is no such token, or it is revoked already. */
export function revokeIngestToken(publicId: string, nowMs: number): boolean {
  return run('UPDATE IngestToken SET revokedMs = ? WHERE publicId = ? AND revokedMs IS NULL', nowMs, publicId) === 1;
}

/** Counts what came with a token. */
export function countIngested(tokenId: number, lines: number, nowMs: number): void {
  run('UPDATE IngestToken SET lines = lines + ?, lastMs = ? WHERE id = ?', lines, nowMs, tokenId);
}

export interface NewIngestKey {
  tokenId: number;
  key: string;
  sha256: string;
  answer: string;
  /** Until when it is known, epoch ms. */
  endMs: number;
}

/** Keeps the answer to a batch in place of an older one, and forgets those whose time is over. */
export function keepIngestKey({ tokenId, key, sha256, answer, endMs }: NewIngestKey, nowMs: number): void {
  run('DELETE FROM IngestKey WHERE endMs <= ?', nowMs);
  run(
    'INSERT OR REPLACE INTO IngestKey (tokenId, key, sha256, answer, endMs) VALUES (?, ?, ?, ?, ?)',
    tokenId,
    key,
    sha256,
    answer,
    endMs,
  );
}
