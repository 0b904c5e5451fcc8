import { one, run } from '../connection';

const DAY_MS = 86_400_000;

/** Questions put to a server on this UTC day. */
export function countQuestions(lane: string, nowMs: number): number {
  const text = 'SELECT questions AS n FROM LaneDay WHERE lane = ? AND day = ?';
  return one<{ n: number }>(text, lane, Math.floor(nowMs / DAY_MS))?.n ?? 0;
}

/** Counts personal entries in an answer to a question that was counted before. */
export function countEntries(lane: string, personal: number, nowMs: number): void {
  run(
    `INSERT INTO LaneDay (lane, day, questions, personal) VALUES (?, ?, 0, ?)
     ON CONFLICT (lane, day) DO UPDATE SET personal = personal + excluded.personal`,
    lane,
    Math.floor(nowMs / DAY_MS),
    personal,
  );
}

/** Counts a question put to a server, and the personal entries in its answer. */
export function countQuestion(lane: string, personal: number, nowMs: number): void {
  run(
    `INSERT INTO LaneDay (lane, day, questions, personal) VALUES (?, ?, 1, ?)
     ON CONFLICT (lane, day) DO UPDATE SET questions = questions + 1, personal = personal + excluded.personal`,
    lane,
    Math.floor(nowMs / DAY_MS),
    personal,
  );
}

/** Personal entries that these servers gave us on this UTC day. */
export function countPersonal(lanes: readonly string[], nowMs: number): number {
  const text =
    'SELECT coalesce(sum(personal), 0) AS n FROM LaneDay WHERE day = ? AND lane IN (SELECT value FROM json_each(?))';
  return one<{ n: number }>(text, Math.floor(nowMs / DAY_MS), JSON.stringify(lanes))?.n ?? 0;
}
