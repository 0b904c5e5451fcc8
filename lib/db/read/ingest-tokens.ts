import { all, one } from '../connection';

/** A token as it is checked; the token itself is nowhere. */
export interface IngestTokenRow {
  id: number;
  publicId: string;
  name: string;
  tokenHash: string;
  zone: string;
  revokedMs: number | null;
}

const COLUMNS = 'id, publicId, name, tokenHash, zone, revokedMs';

export function findIngestTokenByHash(tokenHash: string): IngestTokenRow | undefined {
  return one<IngestTokenRow>(`SELECT ${COLUMNS} FROM IngestToken WHERE tokenHash = ?`, tokenHash);
}

/** A token as the settings page lists it. Times are epoch ms. */
export interface ListedToken {
  publicId: string;
  name: string;
  zone: string;
  lines: number;
  createdMs: number;
  lastMs: number | null;
  revokedMs: number | null;
}

/** All tokens, those that work first, the newest first. */
export function readIngestTokens(): ListedToken[] {
  return all<ListedToken>(
    `SELECT publicId, name, zone, lines, createdMs, lastMs, revokedMs FROM IngestToken
     ORDER BY revokedMs IS NOT NULL, id DESC`,
  );
}

/** What was answered to a batch before, and to which. */
export interface KnownBatch {
  sha256: string;
  answer: string;
}

/** The batch that came under a key, undefined where none did or it is too long ago. */
export function findIngestKey(tokenId: number, key: string, nowMs: number): KnownBatch | undefined {
  return one<KnownBatch>(
    'SELECT sha256, answer FROM IngestKey WHERE tokenId = ? AND key = ? AND endMs > ?',
    tokenId,
    key,
    nowMs,
  );
}
