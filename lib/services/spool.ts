import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { IngestTokenRow } from '@/lib/db/read/ingest-tokens';
import { insertUpload } from '@/lib/db/write/uploads';
import { newPublicId } from './ids';
import { originalPath } from './original';

const DAY_MS = 86_400_000;
/** A clock that is set back a little must not reopen a day that was read to its end. */
const GRACE_MS = 5 * 60_000;

/** Where what comes with a token on a UTC day is kept until it is read, relative to the data folder. */
export function spoolPath(tokenPublicId: string, nowMs: number): string {
  return path.join('spool', `${tokenPublicId}-${dayOf(nowMs)}.log`);
}

const dayOf = (nowMs: number): string => new Date(nowMs).toISOString().slice(0, 10);

/** From when on nothing more is added to it. */
export function spoolEndMs(stored: string): number {
  return Date.parse(`${stored.slice(-'2026-11-24.log'.length, -'.log'.length)}T00:00:00Z`) + DAY_MS + GRACE_MS;
}

/** False once it was read to its end, or removed. */
export function isSpooled(stored: string): boolean {
  return existsSync(originalPath(stored));
}

/**
 * Appends bytes behind the first `length`, which are those that were acknowledged: what lies behind them is of a
 * try that broke off. Returns when they are on the disk. Synchronous, for a transaction to hold it.
 */
export function appendToSpool(stored: string, length: number, bytes: Uint8Array): void {
  const file = originalPath(stored);
  mkdirSync(path.dirname(file), { recursive: true });
  const handle = openSync(file, length === 0 ? 'w' : 'r+');
  try {
    ftruncateSync(handle, length);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, length + at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (length > 0) return;
  // The name of a new file is on the disk when its folder is.
  const folder = openSync(path.dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The row of what comes with a token on one day. */
export function insertPushUpload(token: Pick<IngestTokenRow, 'name' | 'zone'>, stored: string, nowMs: number): number {
  return insertUpload({
    publicId: newPublicId(),
    name: `${token.name} ${dayOf(spoolEndMs(stored) - DAY_MS)}`,
    source: 'push',
    origin: 'user',
    sha256: null,
    sizeBytes: 0,
    path: stored,
    receivedMs: nowMs,
    fileTimeMs: nowMs,
    zone: token.zone,
    year: null,
  });
}
