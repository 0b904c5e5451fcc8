import { queueState } from '@/lib/db/read/queue';
import { transaction } from '@/lib/db/transaction';
import {
  completeJob,
  failJob,
  JOB_KINDS,
  type JobKind,
  type LeasedJob,
  leaseJob,
  LostLease,
  paceLane,
  releaseJob,
  renewLease,
} from '@/lib/db/write/jobs';
import { type Message, message, UserError } from '@/lib/model';

/** How long a lease holds; the runner renews it three times in that time while the handler runs. Short, so that a killed worker's jobs soon run again. */
const LEASE_MS = 15_000;
const POLL_MS = 250;
const MAX_ATTEMPTS = 5;
const FIRST_BACKOFF_MS = 5_000;
const LONGEST_BACKOFF_MS = 60 * 60_000;

/** How a handler ends. */
export type Outcome =
  /**
   * `write` runs in one transaction with the job's completion: its rows are there exactly when the job is done.
   * `after` runs once that is written; a crash may come between.
   */
  | { kind: 'done'; write: () => void; laneNextMs?: number; after?: () => void }
  /** To be tried again at `retryMs`, else by back-off until the tries are used up; a `blocked` job is never given up. */
  | { kind: 'later'; error: Message; blocked?: boolean; retryMs?: number; write?: () => void; laneNextMs?: number }
  /** The process was told to end before the job was through. */
  | { kind: 'interrupted' }
  /** Not to be tried again. */
  | { kind: 'failed'; error: Message; write?: () => void; laneNextMs?: number };

/** What a handler is given beside its job. `renew` also proves that the lease still holds. */
export interface JobContext {
  nowMs(): number;
  renew(): void;
  signal: AbortSignal;
}

export type Handler = (job: LeasedJob, context: JobContext) => Promise<Outcome>;
export type Handlers = Partial<Record<JobKind, Handler>>;

export interface RunOptions {
  handlers: Handlers;
  signal: AbortSignal;
  nowMs: () => number;
  /**
   * `forever` for the worker; `settled` ends when everything is done, given up or blocked; `idle` when nothing can
   * be run now, whatever is to run later.
   */
  until: 'forever' | 'settled' | 'idle';
  /** How long a lease holds; shorter than usual where workers are killed on purpose. */
  leaseMs?: number;
  /** A fault of ours in a handler: logged, and the job tried again. */
  onFault(error: unknown, job: LeasedJob): void;
}

/** Exponential: 5 s, 10 s, 20 s … at most an hour. `attempts` counts from 1. */
export function backoffMs(attempts: number): number {
  return Math.min(FIRST_BACKOFF_MS * 2 ** (attempts - 1), LONGEST_BACKOFF_MS);
}

/**
 * Takes jobs from the queue and runs them, one a lane, lanes side by side, until told to stop.
 * Several processes may run at once: leases and fences keep a job to one of them.
 */
export async function runJobs(options: RunOptions): Promise<void> {
  const { handlers, signal, nowMs, leaseMs = LEASE_MS } = options;
  const kinds = JOB_KINDS.filter((kind) => handlers[kind]);
  const running = new Set<Promise<void>>();
  let nap: Promise<void> | null = null;
  while (!signal.aborted) {
    const job = leaseJob(nowMs(), leaseMs, kinds);
    if (job) {
      const work: Promise<void> = runOne(job, options).finally(() => running.delete(work));
      running.add(work);
      continue;
    }
    if (options.until === 'idle' && running.size === 0) break;
    if (options.until === 'settled' && running.size === 0 && isSettled(kinds, nowMs())) break;
    nap ??= pause(POLL_MS, signal).finally(() => (nap = null));
    await Promise.race([nap, ...running]);
  }
  await Promise.all(running);
}

function isSettled(kinds: readonly JobKind[], nowMs: number): boolean {
  const { open, blocked } = queueState(kinds, nowMs);
  return open === blocked;
}

async function runOne(job: LeasedJob, options: RunOptions): Promise<void> {
  const { nowMs, signal, onFault, leaseMs = LEASE_MS } = options;
  const renew = (): void => renewLease(job, nowMs() + leaseMs);
  const lost = new AbortController();
  const timer = setInterval(() => {
    try {
      renew();
    } catch (error) {
      clearInterval(timer);
      lost.abort(error);
    }
  }, leaseMs / 3);
  try {
    const handler = options.handlers[job.kind];
    if (!handler) throw new Error(`no handler for ${job.kind}`);
    const outcome = await handler(job, { nowMs, renew, signal: AbortSignal.any([signal, lost.signal]) });
    if (settle(job, outcome, nowMs()) && outcome.kind === 'done') outcome.after?.();
  } catch (error) {
    if (error instanceof LostLease) return; // another process has it
    if (!(error instanceof UserError)) onFault(error, job);
    const sentence = error instanceof UserError ? error.sentence : message('services.job.fault', { key: job.key });
    try {
      settle(job, { kind: error instanceof UserError ? 'failed' : 'later', error: sentence }, nowMs());
    } catch (fault) {
      // Not even that could be written (a full disk): the lease runs out, and the job is taken up again.
      onFault(fault, job);
    }
  } finally {
    clearInterval(timer);
  }
}

/** @returns false where another process has the job. */
function settle(job: LeasedJob, outcome: Outcome, nowMs: number): boolean {
  if (outcome.kind === 'interrupted') {
    releaseJob(job);
    return true;
  }
  try {
    transaction(() => {
      outcome.write?.();
      if (outcome.laneNextMs !== undefined) paceLane(job.lane, outcome.laneNextMs);
      if (outcome.kind === 'done') return completeJob(job, nowMs);
      const blocked = outcome.kind === 'later' && outcome.blocked === true;
      const again = outcome.kind === 'later' && (blocked || job.attempts < MAX_ATTEMPTS);
      const retryMs = (outcome.kind === 'later' ? outcome.retryMs : undefined) ?? nowMs + backoffMs(job.attempts);
      failJob(job, outcome.error, nowMs, again ? retryMs : null, blocked);
    });
    return true;
  } catch (error) {
    if (!(error instanceof LostLease)) throw error;
    return false;
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
  });
}
