import { createHash } from 'node:crypto';
import { claimLane, leaveLane, LostLease, renewLease } from '@/lib/db/write/jobs';
import { runJobs } from '@/lib/jobs';
import { isZone } from '@/lib/maillog';
import { type LogFormat, type Message, message, UserError } from '@/lib/model';
import type { Context } from './context';
import { FollowedFile } from './followed-file';
import { Overtaken } from './live-turn';
import { runDetectors } from './run-detectors';
import { settleEvents, settleNow } from './settle-events';

const LEASE_MS = 15_000;
/** The lane is held so long at a time: uploads that wait for it come in between. */
const TURN_MS = 5_000;

export interface FollowOptions {
  /** Absolute. */
  paths: readonly string[];
  zone: string;
  format: LogFormat | null;
  signal: AbortSignal;
  nowMs: () => number;
  /** How often the files are looked at; a second, but for tests. */
  everyMs: number;
  /** What a person should know: a file that is not there, one whose rest cannot be found. */
  onNotice(sentence: Message): void;
  /** A fault of ours, or one of the disk: logged, and the file read on from what is stored. */
  onFault(error: unknown, path: string): void;
}

/**
 * Reads files as they grow until `signal` says so. One process writes events at a time: it takes the lane of the
 * ingest in short turns.
 * @throws UserError for a zone that is none.
 */
export async function followFiles(options: FollowOptions): Promise<void> {
  const { paths, zone, format, signal, nowMs } = options;
  if (!isZone(zone)) throw new UserError('bad-input', message('services.upload.bad-zone', { zone }));
  const context = (): Context => ({ actor: 'owner', nowMs: nowMs() });
  const files = paths.map((path) => new FollowedFile(context, path, { zone, format }, options.onNotice));
  const key = `follow:${createHash('sha256')
    .update([...paths].sort().join('\0'))
    .digest('hex')
    .slice(0, 24)}`;
  while (!signal.aborted) {
    const waiting = await lookAt(files, options);
    if (waiting.length > 0) await takeLane(waiting, key, options);
    await runJobs({
      handlers: { settle: async () => settleEvents(nowMs()), detect: async () => runDetectors(nowMs()) },
      signal,
      nowMs,
      until: 'idle',
      onFault: (error, job) => options.onFault(error, job.key),
    });
    await pause(options.everyMs, signal);
  }
  leaveLane(key);
  for (const file of files) await file.leave();
  settleNow(nowMs());
}

/** @returns the files that have something to read. */
async function lookAt(files: readonly FollowedFile[], options: FollowOptions): Promise<FollowedFile[]> {
  const waiting: FollowedFile[] = [];
  for (const file of files) {
    const work = await guard(file, options, async () => {
      const found = await file.look(options.nowMs());
      if (found) await file.prepare();
      return found;
    });
    if (work === true) waiting.push(file);
  }
  return waiting;
}

async function takeLane(files: readonly FollowedFile[], key: string, options: FollowOptions): Promise<void> {
  const { nowMs, signal } = options;
  const lease = claimLane('ingest', key, nowMs(), LEASE_MS);
  if (!lease) return;
  const end = nowMs() + TURN_MS;
  const terms = {
    renew: () => renewLease(lease, nowMs() + LEASE_MS),
    nowMs,
    isOver: () => signal.aborted || nowMs() >= end,
  };
  for (const file of files) await guard(file, options, () => file.read(terms));
  leaveLane(key);
}

/** A file that fails does not stop the others. */
async function guard<T>(
  file: FollowedFile,
  { onFault, onNotice }: FollowOptions,
  act: () => Promise<T>,
): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    await file.reset();
    if (error instanceof UserError) onNotice(error.sentence);
    // Another process came first: what it wrote is gone on from.
    else if (!(error instanceof LostLease) && !(error instanceof Overtaken)) onFault(error, file.path);
    return null;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
