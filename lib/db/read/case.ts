import { all } from '../connection';
import { RECORDS_PER_BLOCK } from '../raw-blocks';
import { EVENTS } from './operators';

/** Ids of an operator's refusals, the oldest first. */
export function readOperatorEventIds(operatorId: number, limit: number): number[] {
  return all<{ id: number }>(`SELECT e.id ${EVENTS} ORDER BY e.timeMs, e.id LIMIT ?2`, operatorId, limit).map(
    ({ id }) => id,
  );
}

/** How many recipients an operator's refusals name. */
export function countOperatorRecipients(operatorId: number): number {
  return all<{ n: number }>(`SELECT count(DISTINCT e.recipientId) AS n ${EVENTS}`, operatorId)[0]?.n ?? 0;
}

/** Every recipient of an operator's refusals, of these events, and these recipients themselves: all that a report must mask. */
export function readCaseRecipients(
  operatorId: number,
  eventIds: readonly number[],
  recipientIds: readonly number[],
): string[] {
  return all<{ text: string }>(
    `SELECT text FROM Recipient WHERE id IN (SELECT e.recipientId ${EVENTS})
       OR id IN (SELECT recipientId FROM Event WHERE id IN (SELECT value FROM json_each(?2)))
       OR id IN (SELECT value FROM json_each(?3)) ORDER BY id`,
    operatorId,
    JSON.stringify(eventIds),
    JSON.stringify(recipientIds),
  ).map(({ text }) => text);
}

export interface CaseUpload {
  name: string;
  sha256: string | null;
  lines: number;
  events: number;
  origin: 'user' | 'sample';
}

/** The logs that an operator's refusals and these events stand in, the oldest first. */
export function readCaseUploads(operatorId: number, eventIds: readonly number[]): CaseUpload[] {
  return all(
    `WITH Blocks AS (SELECT DISTINCT e.id / ${RECORDS_PER_BLOCK} AS id ${EVENTS}
       UNION SELECT value / ${RECORDS_PER_BLOCK} FROM json_each(?2))
     SELECT name, sha256, lines, events, origin FROM Upload
     WHERE id IN (SELECT b.uploadId FROM RawBlock b JOIN Blocks ON Blocks.id = b.id) ORDER BY receivedMs, id`,
    operatorId,
    JSON.stringify(eventIds),
  );
}
