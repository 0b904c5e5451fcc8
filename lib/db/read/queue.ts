import { all, one } from '../connection';
import type { JobKind } from '../write/jobs';

export interface QueueState {
  /** Jobs not done: to run now or later, or running. */
  open: number;
  /** Of these, jobs that wait for a registry that cannot be reached, told us to stop, or was asked enough today. */
  blocked: number;
  /** When the next of them may run, null where none waits. */
  nextMs: number | null;
}

/** What is left to do of these kinds. */
export function queueState(kinds: readonly JobKind[], nowMs: number): QueueState {
  const row = one<QueueState>(
    `SELECT count(*) AS open,
       coalesce(sum(j.state = 'blocked' OR (j.state = 'waiting' AND coalesce(l.stoppedMs, 0) > ?2)), 0) AS blocked,
       min(max(j.availableMs, l.nextMs, coalesce(l.stoppedMs, 0))) AS nextMs
     FROM Job j JOIN Lane l ON l.name = j.lane
     WHERE j.state IN ('waiting', 'blocked', 'leased') AND j.kind IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(kinds),
    nowMs,
  );
  return row ?? { open: 0, blocked: 0, nextMs: null };
}

/** Waiting jobs of a lane with their errors, soonest first; for the registries page and the command line. */
export function waitingJobs(
  limit: number,
): Array<{ key: string; lane: string; kind: string; availableMs: number; error: string | null; attempts: number }> {
  return all(
    `SELECT j.key, j.lane, j.kind, max(j.availableMs, l.nextMs, coalesce(l.stoppedMs, 0)) AS availableMs, j.error, j.attempts
     FROM Job j JOIN Lane l ON l.name = j.lane WHERE j.state IN ('waiting', 'blocked') ORDER BY 4 LIMIT ?`,
    limit,
  );
}

/** True where another log waits to be read now. */
export function hasLogWaiting(nowMs: number): boolean {
  return (
    one<{ n: number }>(
      "SELECT 1 AS n FROM Job WHERE lane = 'ingest' AND kind = 'ingest' AND state = 'waiting' AND availableMs <= ? LIMIT 1",
      nowMs,
    ) !== undefined
  );
}
