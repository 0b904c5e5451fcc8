import { all } from '../connection';
import { readRaw } from '../raw-blocks';

/** A raw log line and where it stands. */
export interface EventLine {
  id: number;
  timeMs: number;
  utcOffsetMinutes: number;
  line: number;
  upload: { publicId: string; name: string };
  /** The bytes as UTF-8; invalid ones are U+FFFD. */
  text: string;
  recipient: string | null;
}

/** The raw lines of these events, oldest first. Ids without an event are left out: their upload was removed. */
export function readEventLines(ids: readonly number[]): EventLine[] {
  const decoder = new TextDecoder();
  return all<{
    id: number;
    timeMs: number;
    utcOffsetMinutes: number;
    line: number;
    blockId: number;
    start: number;
    length: number;
    publicId: string;
    name: string;
    recipient: string | null;
  }>(
    `SELECT e.id, e.timeMs, e.utcOffsetMinutes, e.line, e.blockId, e.blockStart AS start, e.blockLength AS length, u.publicId, u.name, r.text AS recipient
     FROM Event e JOIN Upload u ON u.id = e.uploadId LEFT JOIN Recipient r ON r.id = e.recipientId
     WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.timeMs, e.id`,
    JSON.stringify(ids),
  ).map(({ blockId, start, length, publicId, name, ...row }) => ({
    ...row,
    upload: { publicId, name },
    text: decoder.decode(readRaw({ blockId, start, length })),
  }));
}

/** A registry answer as it came. */
export interface AnswerText {
  id: number;
  publicId: string;
  server: string;
  query: string;
  askedMs: number;
  sha256: string;
  status: string;
  source: 'live' | 'pasted' | 'sample';
  text: string;
}

/** These registry answers, oldest first. */
export function readAnswers(ids: readonly number[]): AnswerText[] {
  return all<AnswerText>(
    `SELECT id, publicId, server, query, askedMs, sha256, status, source, text FROM Answer
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY askedMs, id`,
    JSON.stringify(ids),
  );
}
