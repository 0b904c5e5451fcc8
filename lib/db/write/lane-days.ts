import { one, run } from '../connection';

const DAY_MS = 86_400_000;

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
