import { all } from '../connection';
import { RawBlockReader, RECORDS_PER_BLOCK } from '../raw-blocks';

/** Blocks held while lines are read: those of one finding are often near each other. */
const OPEN_BLOCKS = 4;

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
  const reader = new RawBlockReader(OPEN_BLOCKS);
  return all<{
    id: number;
    timeMs: number;
    utcOffsetMinutes: number;
    publicId: string;
    name: string;
    recipient: string | null;
  }>(
    `SELECT e.id, e.timeMs, k.utcOffsetMinutes, u.publicId, u.name, r.text AS recipient
     FROM Event e JOIN Kind k ON k.id = e.kindId JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK} JOIN Upload u ON u.id = b.uploadId
       LEFT JOIN Recipient r ON r.id = e.recipientId
     WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.timeMs, e.id`,
    JSON.stringify(ids),
  ).map(({ publicId, name, ...row }) => {
    const { line, raw } = reader.read(row.id);
    return { ...row, line, upload: { publicId, name }, text: decoder.decode(raw) };
  });
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
  /** When the text was deleted, because it held personal data. Epoch ms. */
  purgedMs: number | null;
}

/** These registry answers, oldest first. */
export function readAnswers(ids: readonly number[]): AnswerText[] {
  return all<AnswerText>(
    `SELECT id, publicId, server, query, askedMs, sha256, status, source, text, purgedMs FROM Answer
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY askedMs, id`,
    JSON.stringify(ids),
  );
}
