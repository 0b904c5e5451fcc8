import type { Message } from '@/lib/model';
import { one, run, transaction } from '../connection';

export const JOB_KINDS = [
  'ingest',
  'unpack',
  'redate',
  'reformat',
  'forget',
  'ask',
  'detect',
  'push',
  'settle',
  'name-lists',
  'retain',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A job as it is handed to its handler. `fence` proves the lease: it changes with every lease. */
export interface LeasedJob {
  id: number;
  kind: JobKind;
  key: string;
  lane: string;
  payload: string;
  attempts: number;
  fence: number;
}

/** What proves that a lane is held. */
export type Lease = Pick<LeasedJob, 'id' | 'key' | 'fence'>;

export interface NewJob {
  kind: JobKind;
  /** Idempotency: one job a key, ever. */
  key: string;
  lane: string;
  payload: unknown;
  priority?: number;
  availableMs?: number;
  /** Where the job was done by then it runs again; without it, done is done. Epoch ms. */
  againSinceMs?: number;
}

/** The lease was lost: another process has the job, and this one's work must not be written. */
export class LostLease extends Error {}

/** Not before a person resumes the lane. */
export const STOPPED_FOR_GOOD_MS = 8_640_000_000_000_000;

/**
 * Puts a job in the queue. A job with the same key is not doubled: where it waits its priority is raised,
 * where it is done it stays done, unless that is long ago.
 * @returns true where it is new.
 */
export function enqueue(job: NewJob, nowMs: number): boolean {
  return transaction(() => {
    run('INSERT INTO Lane (name) VALUES (?) ON CONFLICT DO NOTHING', job.lane);
    const changes = run(
      `INSERT INTO Job (kind, key, lane, payload, priority, state, availableMs, createdMs)
       VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?) ON CONFLICT (key) DO NOTHING`,
      job.kind,
      job.key,
      job.lane,
      JSON.stringify(job.payload),
      job.priority ?? 0,
      job.availableMs ?? nowMs,
      nowMs,
    );
    if (changes === 0 && job.priority !== undefined) {
      run(
        `UPDATE Job SET priority = max(priority, ?) WHERE key = ? AND state IN ('waiting', 'blocked')`,
        job.priority,
        job.key,
      );
    }
    if (changes === 0 && job.againSinceMs !== undefined) {
      run(
        `UPDATE Job SET payload = ?, priority = ?, state = 'waiting', attempts = 0, availableMs = ?, error = NULL, doneMs = NULL
         WHERE key = ? AND state = 'done' AND doneMs <= ?`,
        JSON.stringify(job.payload),
        job.priority ?? 0,
        job.availableMs ?? nowMs,
        job.key,
        job.againSinceMs,
      );
    }
    return changes === 1;
  });
}

/** As {@link enqueue}, but a finished job runs again, and one that runs now runs once more after it. */
export function enqueueAgain(job: NewJob, nowMs: number): void {
  transaction(() => {
    if (enqueue(job, nowMs)) return;
    run(
      `UPDATE Job SET payload = ?, priority = ?, state = 'waiting', attempts = 0, availableMs = ?, error = NULL, doneMs = NULL
       WHERE key = ? AND state IN ('done', 'failed')`,
      JSON.stringify(job.payload),
      job.priority ?? 0,
      job.availableMs ?? nowMs,
      job.key,
    );
    run(`UPDATE Job SET again = again + 1 WHERE key = ? AND state = 'leased'`, job.key);
  });
}

/** A process that follows files asks for its turn each second; what asked longer ago is gone. */
const TURN_MS = 3_000;

/**
 * Leases a lane for a process that has work of its own for it, and so no job in the queue. Where the lane is taken,
 * it is the next one's turn: whoever calls again within three seconds goes before the queue's own jobs.
 * @returns null where the lane is taken.
 */
export function claimLane(lane: string, key: string, nowMs: number, leaseMs: number): Lease | null {
  return transaction(() => {
    run('INSERT INTO Lane (name) VALUES (?) ON CONFLICT DO NOTHING', lane);
    run(
      `INSERT INTO Job (kind, key, lane, payload, state, availableMs, createdMs) VALUES ('follow', ?1, ?2, '{}', 'waiting', ?3, ?3)
       ON CONFLICT (key) DO UPDATE SET availableMs = ?3, state = iif(state = 'leased' AND leaseMs > ?3, state, 'waiting')`,
      key,
      lane,
      nowMs,
    );
    const taken = one(`SELECT 1 FROM Job WHERE lane = ? AND state = 'leased' AND leaseMs > ?`, lane, nowMs);
    if (taken !== undefined) return null;
    const job = one<Lease>(
      `UPDATE Job SET state = 'leased', leaseMs = ?, fence = fence + 1 WHERE key = ? RETURNING id, key, fence`,
      nowMs + leaseMs,
      key,
    );
    return job ?? null;
  });
}

/** Ends what {@link claimLane} gave, or withdraws what it was asked for. */
export function leaveLane(key: string): void {
  run(`DELETE FROM Job WHERE key = ? AND kind = 'follow'`, key);
}

/**
 * Leases the most urgent job that may run now: its lane has no running job, is not stopped, and its pace
 * allows it. A lease that ran out counts as no lease.
 */
export function leaseJob(nowMs: number, leaseMs: number, kinds: readonly JobKind[]): LeasedJob | null {
  return transaction(() => {
    const job = one<LeasedJob>(
      // The lanes first, each once: thousands of jobs can wait in one.
      `WITH free AS MATERIALIZED (SELECT l.name FROM Lane l WHERE l.nextMs <= ?1 AND coalesce(l.stoppedMs, 0) <= ?1
         AND NOT EXISTS (SELECT 1 FROM Job r WHERE r.lane = l.name AND r.state = 'leased' AND r.leaseMs > ?1)
         AND NOT EXISTS (SELECT 1 FROM Job f WHERE f.lane = l.name AND f.kind = 'follow' AND f.state = 'waiting' AND f.availableMs > ?1 - ${TURN_MS}))
       SELECT j.id, j.kind, j.key, j.lane, j.payload, j.attempts + 1 AS attempts, j.fence + 1 AS fence
       FROM free CROSS JOIN Job j ON j.lane = free.name
       WHERE (j.state IN ('waiting', 'blocked') OR (j.state = 'leased' AND j.leaseMs <= ?1)) AND j.availableMs <= ?1
         AND j.kind IN (SELECT value FROM json_each(?2))
       ORDER BY j.priority DESC, j.availableMs, j.id LIMIT 1`,
      nowMs,
      JSON.stringify(kinds),
    );
    if (!job) return null;
    run(
      `UPDATE Job SET state = 'leased', leaseMs = ?, fence = fence + 1, attempts = attempts + 1 WHERE id = ?`,
      nowMs + leaseMs,
      job.id,
    );
    return job;
  });
}

const heldBy = (changes: number, job: Lease): void => {
  if (changes !== 1) throw new LostLease(`job ${job.id} (${job.key}) is no longer ours`);
};

/** Lengthens the lease. Throws {@link LostLease} where it is lost; inside a transaction that undoes it. */
export function renewLease(job: Lease, untilMs: number): void {
  heldBy(
    run(`UPDATE Job SET leaseMs = ? WHERE id = ? AND fence = ? AND state = 'leased'`, untilMs, job.id, job.fence),
    job,
  );
}

/** Ends a job well. Call it in the transaction that writes its result. */
export function completeJob(job: LeasedJob, nowMs: number): void {
  heldBy(
    run(
      `UPDATE Job SET state = iif(again > 0, 'waiting', 'done'), again = 0, attempts = iif(again > 0, 0, attempts),
         availableMs = iif(again > 0, ?1, availableMs), doneMs = ?1, leaseMs = NULL, error = NULL
       WHERE id = ?2 AND fence = ?3 AND state = 'leased'`,
      nowMs,
      job.id,
      job.fence,
    ),
    job,
  );
}

/**
 * Puts a job back for a later try, or gives it up where `retryMs` is null. `blocked` says that it can only
 * wait: the registry cannot be reached, or has told us to stop.
 */
export function failJob(job: LeasedJob, error: Message, nowMs: number, retryMs: number | null, blocked = false): void {
  transaction(() => {
    heldBy(
      run(
        `UPDATE Job SET state = ?, availableMs = ?, doneMs = ?, leaseMs = NULL, error = ?
         WHERE id = ? AND fence = ? AND state = 'leased'`,
        retryMs === null ? 'failed' : blocked ? 'blocked' : 'waiting',
        retryMs ?? nowMs,
        retryMs === null ? nowMs : null,
        JSON.stringify(error),
        job.id,
        job.fence,
      ),
      job,
    );
    run('UPDATE Lane SET lastError = ?, errorMs = ? WHERE name = ?', JSON.stringify(error), nowMs, job.lane);
  });
}

/** Puts a job back as if it had not begun: its process was told to end. */
export function releaseJob(job: LeasedJob): void {
  run(
    `UPDATE Job SET state = 'waiting', attempts = attempts - 1, leaseMs = NULL WHERE id = ? AND fence = ? AND state = 'leased'`,
    job.id,
    job.fence,
  );
}

/** The lane's next question not before `nextMs`. The pace is kept here so that it outlives the process. */
export function paceLane(name: string, nextMs: number): void {
  run('UPDATE Lane SET nextMs = max(nextMs, ?) WHERE name = ?', nextMs, name);
}

/** The lane got an answer. */
export function markLaneAnswered(name: string, nowMs: number): void {
  run('UPDATE Lane SET lastMs = ?, lastError = NULL, errorMs = NULL WHERE name = ?', nowMs, name);
}

/** The lane asks nothing until then; a stop that holds for longer stays. */
export function stopLane(name: string, untilMs: number): void {
  run('UPDATE Lane SET stoppedMs = max(coalesce(stoppedMs, 0), ?) WHERE name = ?', untilMs, name);
}

/** Lets a stopped or backed-off lane ask again at once. */
export function resumeLane(name: string, nowMs: number): void {
  transaction(() => {
    run('UPDATE Lane SET stoppedMs = NULL WHERE name = ?', name);
    run(`UPDATE Job SET availableMs = ? WHERE lane = ? AND state IN ('waiting', 'blocked')`, nowMs, name);
  });
}

/** Lets a job run at once that waits for others to join it; one that was tried before keeps its back-off. */
export function hurryJob(key: string, nowMs: number): void {
  run(
    `UPDATE Job SET availableMs = ?1 WHERE key = ?2 AND state = 'waiting' AND attempts = 0 AND availableMs > ?1`,
    nowMs,
    key,
  );
}

/** Gives a job that failed another set of tries. */
export function retryJob(key: string, nowMs: number): boolean {
  return (
    run(
      `UPDATE Job SET state = 'waiting', attempts = 0, availableMs = ?, doneMs = NULL WHERE key = ? AND state = 'failed'`,
      nowMs,
      key,
    ) === 1
  );
}

/**
 * Takes questions out of the queue that begin so and ask about an address whose network is known in full by now:
 * somebody's answer covered it in the meantime. One that is asked right now stays.
 */
export function dropCovered(questionKey: string): number {
  return run(
    `DELETE FROM Job WHERE key >= ?1 AND key < ?1 || char(1114111) AND state IN ('waiting', 'blocked', 'failed')
       AND EXISTS (SELECT 1 FROM Address a JOIN Network n ON n.id = a.networkId JOIN Answer w ON w.id = n.answerId
         WHERE a.bytes = addressBytes(substr(Job.key, length(?1) + 1)) AND n.detailed = 1
           AND max(w.askedMs, coalesce(w.confirmedMs, 0)) >= Job.createdMs)`,
    questionKey,
  );
}
