import { run } from '../connection';

/**
 * Notes, before an upload is read for the first time, which addresses and templates are there: rows are made in the
 * order in which events are first seen, so what has a higher id afterwards is new. Kept over interruptions.
 */
export function markNews(uploadId: number): void {
  run(
    `UPDATE Upload SET news = json_object('addressesFrom', (SELECT coalesce(max(id), 0) FROM Address),
       'templatesFrom', (SELECT coalesce(max(id), 0) FROM Template),
       'first', EXISTS (SELECT 1 FROM Event) = 0) WHERE id = ? AND news IS NULL`,
    uploadId,
  );
}

/**
 * Notes, when an upload is read to its end, up to where its own addresses and templates reach, and what was not
 * understood in it, grouped.
 */
export function finishNews(uploadId: number, shapes: unknown): void {
  run(
    `UPDATE Upload SET shapes = ?, news = json_set(coalesce(news, '{}'), '$.addressesTo', (SELECT coalesce(max(id), 0) FROM Address),
       '$.templatesTo', (SELECT coalesce(max(id), 0) FROM Template)) WHERE id = ?`,
    JSON.stringify(shapes),
    uploadId,
  );
}
