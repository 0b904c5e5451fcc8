import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileIdentity, LiveLogRow } from '@/lib/db/write/live-logs';
import { UserError } from '@/lib/model';
import { Overtaken } from './live-turn';
import { openLog } from './open-log';

/** So much of a file's beginning tells it from another that was given the same inode. */
const HEAD_BYTES = 4096;
const READ_BYTES = 524_288;
/** Files beside the log that are looked at where it was rotated, the newest first. */
const MOST_SIBLINGS = 64;
const LOOKS = 3;
const LOOK_AGAIN_MS = 100;

/** The bytes of one generation of a log, wherever they lie now. */
export interface Source {
  /** @param identity what the bytes must belong to: a file that was truncated and grew again is another one. */
  read(from: number, identity: FileIdentity): AsyncIterable<Uint8Array>;
  /** How many bytes there are, and when they were last written; null: that of a copy, which is read to its end. */
  measure(): Promise<{ size: number; timeMs: number } | null>;
  close(): Promise<void>;
}

/** An open file: it stays readable when it is renamed or removed. */
export class OpenSource implements Source {
  private constructor(
    private readonly handle: FileHandle,
    readonly device: string,
    readonly inode: string,
  ) {}

  /** @returns null where there is no such file. */
  static async open(file: string): Promise<OpenSource | null> {
    try {
      const handle = await open(file, 'r');
      const { dev, ino } = await handle.stat({ bigint: true });
      return new OpenSource(handle, String(dev), String(ino));
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }

  async measure(): Promise<{ size: number; timeMs: number }> {
    const { size, mtimeMs } = await this.handle.stat();
    return { size, timeMs: Math.round(mtimeMs) };
  }

  async *read(from: number, identity: FileIdentity): AsyncIterable<Uint8Array> {
    const { size } = await this.handle.stat();
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    for (let at = from; at < size; ) {
      const { bytesRead } = await this.handle.read(buffer, 0, Math.min(READ_BYTES, size - at), at);
      if (bytesRead === 0) return;
      // Looked at behind the reading: what was read was there while the head was.
      if (!(await this.holds(identity, at))) throw new Overtaken('the file was truncated while it was read');
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  /** The file's identity by as much of its head as there is. */
  async identify(): Promise<FileIdentity> {
    const head = await this.readHead(HEAD_BYTES);
    return { device: this.device, inode: this.inode, headLength: head.length, headSha256: hashHead(head) };
  }

  /** True where the file begins with the head that is known, and is at least as long as what was read. */
  async holds({ headLength, headSha256 }: FileIdentity, offset: number): Promise<boolean> {
    const { size } = await this.handle.stat();
    return size >= offset && hashHead(await this.readHead(headLength)) === headSha256;
  }

  private async readHead(length: number): Promise<Uint8Array> {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.handle.read(buffer, filled, length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** A copy of a log that was truncated, or one that was compressed since. */
class CopySource implements Source {
  constructor(private readonly file: string) {}

  measure(): Promise<null> {
    return Promise.resolve(null);
  }

  async *read(from: number): AsyncIterable<Uint8Array> {
    let skip = from;
    for await (const chunk of (await openLog(this.file)).chunks) {
      if (skip < chunk.length) yield chunk.subarray(skip);
      skip = Math.max(0, skip - chunk.length);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/**
 * Finds where a generation went that is no longer at its path: the same file under another name, or a copy of it,
 * compressed or not, beside it.
 * @returns null where it is gone.
 */
export async function findRotated(log: LiveLogRow): Promise<Source | null> {
  for (let look = 0; look < LOOKS; look++) {
    const found = await searchRotated(log);
    if (found) return found;
    // A rotation under way gives other names to what was just listed.
    await sleep(LOOK_AGAIN_MS);
  }
  return null;
}

async function searchRotated(log: LiveLogRow): Promise<Source | null> {
  const siblings = await listSiblings(log.path);
  for (const { file, inode, device } of siblings) {
    if (inode !== log.inode || device !== log.device) continue;
    const source = await OpenSource.open(file);
    if (source && (await source.holds(log, log.offset))) return source;
    await source?.close();
  }
  if (log.headLength === 0) return null;
  for (const { file } of siblings) if (await isCopy(file, log)) return new CopySource(file);
  return null;
}

/** A rotated file that nobody followed while it was at the path. */
export interface Missed {
  source: Source;
  identity: FileIdentity;
  timeMs: number;
}

/**
 * Finds files that were at the path, and rotated, after it was looked at last: those beside it that were written to
 * since and are none of the generations that are known. What they have in common with others is recognised by line.
 * @param known all generations of the path.
 * @returns the oldest first.
 */
export async function findMissed(
  log: string,
  current: FileIdentity,
  known: readonly FileIdentity[],
  sinceMs: number,
): Promise<Missed[]> {
  const own = path.basename(log);
  const missed: Missed[] = [];
  for (const { file, inode, device, timeMs } of await listSiblings(log)) {
    const isRotation = [`${own}.`, `${own}-`].some((start) => path.basename(file).startsWith(start));
    if (!isRotation || timeMs <= sinceMs || (inode === current.inode && device === current.device)) continue;
    const source = await OpenSource.open(file);
    const identity = source && (await source.identify());
    const head = source && (await readInflatedHead(file));
    if (!source || !identity || !head || head.length === 0 || known.some((one) => isHeadOf(one, head))) {
      await source?.close();
      continue;
    }
    const headSha256 = hashHead(head);
    if (headSha256 === identity.headSha256) missed.push({ source, identity, timeMs });
    else {
      // It is compressed.
      await source.close();
      const inflated = { ...identity, headLength: head.length, headSha256 };
      missed.push({ source: new CopySource(file), identity: inflated, timeMs });
    }
  }
  return missed.reverse();
}

const isHeadOf = ({ headLength, headSha256 }: FileIdentity, head: Uint8Array): boolean =>
  headLength > 0 && head.length >= headLength && hashHead(head.subarray(0, headLength)) === headSha256;

/** Null where it cannot be read, or is no log. */
async function readInflatedHead(file: string): Promise<Uint8Array | null> {
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of (await openLog(file)).chunks) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      if (head.length === HEAD_BYTES) break;
    }
  } catch (error) {
    if (error instanceof UserError || isAbsent(error)) return null;
    throw error;
  }
  return head;
}

interface Sibling {
  file: string;
  inode: string;
  device: string;
  timeMs: number;
}

/** Files of the folder whose name begins as the log's does (`mail.log.1`, `mail-20261124.log.gz`), the newest first. */
async function listSiblings(log: string): Promise<Sibling[]> {
  const folder = path.dirname(log);
  const own = path.basename(log);
  const stem = own.split('.', 1)[0] || own;
  const found: Array<Sibling & { timeNs: bigint }> = [];
  for (const name of await readdir(folder)) {
    if (name === own || !name.startsWith(stem)) continue;
    const file = path.join(folder, name);
    const info = await stat(file, { bigint: true }).catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    });
    if (!info?.isFile()) continue;
    const { ino, dev, mtimeNs: timeNs } = info;
    found.push({ file, inode: String(ino), device: String(dev), timeMs: Number(timeNs / 1_000_000n), timeNs });
  }
  return found.sort((a, b) => (a.timeNs < b.timeNs ? 1 : -1)).slice(0, MOST_SIBLINGS);
}

/** True where a file's bytes, inflated, begin with the head and reach as far as was read. */
async function isCopy(file: string, { headLength, headSha256, offset }: LiveLogRow): Promise<boolean> {
  try {
    let head = Buffer.alloc(0);
    let length = 0;
    for await (const chunk of (await openLog(file)).chunks) {
      length += chunk.length;
      if (head.length < headLength) {
        head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)]);
        if (head.length === headLength && hashHead(head) !== headSha256) return false;
      }
      if (head.length === headLength && length >= offset) return true;
    }
    return false;
  } catch (error) {
    // Whatever cannot be read, or is no log, is not the one that is looked for.
    if (error instanceof UserError || isAbsent(error)) return false;
    throw error;
  }
}

const hashHead = (head: Uint8Array): string => createHash('sha256').update(head).digest('hex');

export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
