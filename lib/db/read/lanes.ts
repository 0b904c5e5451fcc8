import type { Message } from '@/lib/model';
import { all, one } from '../connection';
import { STOPPED_FOR_GOOD_MS } from '../write/jobs';

/** One registry's lane. Times are epoch ms. */
export interface LaneRow {
  /** The registry's host. */
  name: string;
  waiting: number;
  /** Of these, those that wait because the registry cannot be reached or told us to stop. */
  blocked: number;
  failed: number;
  done: number;
  /** What is asked right now. */
  running: QueuedQuestion | null;
  /** What is asked next, as soon as the lane may ask. */
  next: QueuedQuestion | null;
  /** Questions put on this UTC day. */
  today: number;
  /** When the next question may be asked; null where none waits. */
  nextMs: number | null;
  lastMs: number | null;
  lastError: Message | null;
  errorMs: number | null;
  /** Until when it asks nothing; null where it may ask. */
  stoppedMs: number | null;
}

/**
 * Registries that are asked nothing more until a person resumes them, where that is for this reason.
 * @param errorKey the sentence with which they stopped.
 */
export function readStoppedLanes(errorKey: string): string[] {
  return all<{ name: string }>(
    `SELECT name FROM Lane WHERE stoppedMs >= ? AND json_extract(lastError, '$.key') = ? ORDER BY name`,
    STOPPED_FOR_GOOD_MS,
    errorKey,
  ).map(({ name }) => name);
}

/** A question in the queue. */
export interface QueuedQuestion {
  key: string;
  lane: string;
  /** address, network, pivot or contact; and what is asked about. */
  kind: string;
  subject: string;
  availableMs: number;
  attempts: number;
  state: 'waiting' | 'blocked' | 'leased' | 'failed';
  error: Message | null;
}

interface QuestionRow extends Omit<QueuedQuestion, 'error'> {
  error: string | null;
}

const OPEN = `j.kind = 'ask' AND j.state IN ('waiting', 'blocked')`;
const QUESTION = `SELECT j.key, j.lane, json_extract(j.payload, '$.kind') AS kind, json_extract(j.payload, '$.key') AS subject,
  max(j.availableMs, l.nextMs, coalesce(l.stoppedMs, 0)) AS availableMs, j.attempts, j.state, j.error
  FROM Job j JOIN Lane l ON l.name = j.lane`;

const messageOf = (text: string | null): Message | null => (text === null ? null : (JSON.parse(text) as Message));
const questionOf = (row: QuestionRow): QueuedQuestion => ({ ...row, error: messageOf(row.error) });

/** The registries' lanes, those with most to do first. */
export function readLanes(nowMs: number): LaneRow[] {
  const lanes = all<Omit<LaneRow, 'running' | 'next' | 'lastError'> & { lastError: string | null }>(
    `SELECT l.name, coalesce(sum(j.state IN ('waiting', 'blocked')), 0) AS waiting, coalesce(sum(j.state = 'blocked'), 0) AS blocked,
       coalesce(sum(j.state = 'failed'), 0) AS failed, coalesce(sum(j.state = 'done'), 0) AS done,
       max(min(iif(j.state IN ('waiting', 'blocked'), j.availableMs, NULL)), l.nextMs, coalesce(l.stoppedMs, 0)) AS nextMs,
       l.lastMs, l.lastError, l.errorMs, iif(l.stoppedMs > ?1, l.stoppedMs, NULL) AS stoppedMs,
       coalesce((SELECT d.questions FROM LaneDay d WHERE d.lane = l.name AND d.day = CAST(?1 / 86400000 AS INTEGER)), 0) AS today
     FROM Lane l JOIN Job j ON j.lane = l.name AND j.kind = 'ask' GROUP BY l.name ORDER BY waiting DESC, l.name`,
    nowMs,
  );
  return lanes.map((lane) => {
    const running = one<QuestionRow>(
      `${QUESTION} WHERE j.lane = ? AND j.kind = 'ask' AND j.state = 'leased'`,
      lane.name,
    );
    // Those that may be asked now come before those that wait for another try.
    const next = one<QuestionRow>(
      `${QUESTION} WHERE j.lane = ?1 AND ${OPEN} ORDER BY max(j.availableMs, ?2), j.priority DESC, j.id LIMIT 1`,
      lane.name,
      nowMs,
    );
    return {
      ...lane,
      lastError: messageOf(lane.lastError),
      running: running ? questionOf(running) : null,
      next: next ? questionOf(next) : null,
    };
  });
}

/** Questions that wait, in the order they will be asked. */
export function readWaitingQuestions(limit: number, nowMs: number): { questions: QueuedQuestion[]; total: number } {
  return {
    questions: all<QuestionRow>(
      `${QUESTION} WHERE ${OPEN} ORDER BY max(j.availableMs, l.nextMs, coalesce(l.stoppedMs, 0), ?), j.priority DESC, j.id LIMIT ?`,
      nowMs,
      limit,
    ).map(questionOf),
    total: one<{ n: number }>(`SELECT count(*) AS n FROM Job j WHERE ${OPEN}`)?.n ?? 0,
  };
}

/** Questions given up, the latest first. */
export function readFailedQuestions(limit: number): QueuedQuestion[] {
  return all<QuestionRow>(
    `${QUESTION} WHERE j.kind = 'ask' AND j.state = 'failed' ORDER BY j.doneMs DESC LIMIT ?`,
    limit,
  ).map(questionOf);
}
