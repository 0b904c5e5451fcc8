import type { LogFormat } from '@/lib/model';
import { all, one } from '../connection';

/** An upload whose bytes are still coming, or stopped coming. Times are epoch ms. */
export interface ReceivingRow {
  publicId: string;
  name: string;
  source: 'browser';
  /** Bytes it will have. */
  sizeBytes: number;
  /** Relative to the data folder. */
  path: string;
  receivedMs: number;
  fileTimeMs: number;
  zone: string;
  year: number | null;
  format: LogFormat | null;
}

const SELECT = `SELECT publicId, name, source, sizeBytes, path, receivedMs, fileTimeMs, zone, year, format FROM Upload
  WHERE state = 'receiving'`;

/** What is not complete yet, the newest first. */
export function readReceiving(limit: number): ReceivingRow[] {
  return all(`${SELECT} ORDER BY id DESC LIMIT ?`, limit);
}

export function findReceiving(publicId: string): ReceivingRow | undefined {
  return one(`${SELECT} AND publicId = ?`, publicId);
}

/** Those of one size and file time, the newest first: the same file, most likely, whatever folder it was sent from. */
export function findReceivingLike(sizeBytes: number, fileTimeMs: number): ReceivingRow[] {
  return all(`${SELECT} AND sizeBytes = ? AND fileTimeMs = ? ORDER BY id DESC LIMIT 50`, sizeBytes, fileTimeMs);
}
