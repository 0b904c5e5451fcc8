import type { ArchiveMember, LogFormat, Message, UnparsedReason } from '@/lib/model';
import { all, one } from '../connection';
import { IN_BLOCK, RawBlockReader, RECORDS_PER_BLOCK } from '../raw-blocks';

/** An upload as pages show it. Times are epoch ms. */
export interface UploadRow {
  publicId: string;
  name: string;
  source: 'browser' | 'paste' | 'cli' | 'sample' | 'follow' | 'push';
  origin: 'user' | 'sample';
  sha256: string | null;
  sizeBytes: number;
  receivedMs: number;
  fileTimeMs: number;
  zone: string;
  /** Given by the user; null where the file's time told it. */
  year: number | null;
  state: 'receiving' | 'waiting' | 'reading' | 'done' | 'failed';
  error: Message | null;
  bytesRead: number;
  lines: number;
  events: number;
  unparsed: number;
  /** Refusals that another upload had brought. */
  known: number;
  /** How many refusals are in which format, the most frequent first. */
  formats: Array<{ format: LogFormat; rejections: number }>;
  /** The one mail server it is restricted to; null: all that were found. */
  format: LogFormat | null;
  addresses: number;
  firstMs: number | null;
  lastMs: number | null;
  /** Minutes east of UTC of its last event; 0 while it has none. */
  utcOffsetMinutes: number;
  pasted: boolean;
  /** A change that waits or runs: its events are being re-dated, or it is being removed. */
  pending: 'redate' | 'reformat' | 'forget' | null;
  /** How many files of an archive became what; null where it is none, or nothing of it was told yet. */
  members: Record<ArchiveMember['state'], number> | null;
}

interface Row extends Omit<UploadRow, 'error' | 'pasted' | 'formats' | 'members'> {
  error: string | null;
  formats: string;
  pasted: number;
  /** JSON; null where it would be empty. */
  members: string | null;
}

const COLUMNS = `u.publicId, u.name, u.source, u.origin, u.sha256, u.sizeBytes, u.receivedMs, u.fileTimeMs, u.zone, u.year, u.state, u.error,
  u.bytesRead, u.lines, u.events, u.unparsed, u.known, u.formats, u.format, u.addresses, u.firstMs, u.lastMs, u.pasted,
  coalesce((SELECT k.utcOffsetMinutes FROM Event e JOIN Kind k ON k.id = e.kindId
    WHERE e.id <= (SELECT max(b.id) FROM RawBlock b WHERE b.uploadId = u.id) * ${RECORDS_PER_BLOCK} + ${RECORDS_PER_BLOCK - 1} ORDER BY e.id DESC LIMIT 1), 0) AS utcOffsetMinutes,
  (SELECT j.kind FROM Job j WHERE j.key IN ('forget:' || u.publicId, 'redate:' || u.publicId, 'reformat:' || u.publicId) AND j.state IN ('waiting', 'blocked', 'leased')
   ORDER BY j.kind LIMIT 1) AS pending,
  iif(u.members = '[]', NULL, (SELECT json_object('read', sum(value ->> 'state' = 'read'), 'known', sum(value ->> 'state' = 'known'),
    'refused', sum(value ->> 'state' = 'refused')) FROM json_each(u.members))) AS members`;

function fromRow(row: Row): UploadRow {
  return {
    ...row,
    error: row.error === null ? null : (JSON.parse(row.error) as Message),
    formats: JSON.parse(row.formats) as UploadRow['formats'],
    pasted: row.pasted === 1,
    members: row.members === null ? null : (JSON.parse(row.members) as UploadRow['members']),
  };
}

/** Uploads whose bytes are all here, the newest first. */
export function readUploads(page: { limit: number; offset: number }): { uploads: UploadRow[]; total: number } {
  return {
    uploads: all<Row>(
      `SELECT ${COLUMNS} FROM Upload u WHERE u.state <> 'receiving' ORDER BY u.id DESC LIMIT ? OFFSET ?`,
      page.limit,
      page.offset,
    ).map(fromRow),
    total: one<{ n: number }>(`SELECT count(*) AS n FROM Upload WHERE state <> 'receiving'`)?.n ?? 0,
  };
}

export function readUpload(publicId: string): UploadRow | undefined {
  const row = one<Row>(`SELECT ${COLUMNS} FROM Upload u WHERE u.publicId = ?`, publicId);
  return row && fromRow(row);
}

/** What came of each file of an archive, in its order; none where the upload is no archive. */
export function readUploadMembers(publicId: string): ArchiveMember[] {
  const row = one<{ members: string }>('SELECT members FROM Upload WHERE publicId = ?', publicId);
  return row ? (JSON.parse(row.members) as ArchiveMember[]) : [];
}

/** What came of an upload that a file of an archive became. */
export interface MemberUpload {
  publicId: string;
  state: UploadRow['state'];
  events: number;
  known: number;
  error: Message | null;
}

/** The uploads that the files of an archive became, those that were here before among them. */
export function readMemberUploads(publicId: string): MemberUpload[] {
  return all<Omit<MemberUpload, 'error'> & { error: string | null }>(
    `SELECT publicId, state, events, known, error FROM Upload WHERE publicId IN
       (SELECT value ->> 'publicId' FROM json_each((SELECT members FROM Upload WHERE publicId = ?))) ORDER BY id`,
    publicId,
  ).map(({ error, ...upload }) => ({ ...upload, error: error === null ? null : (JSON.parse(error) as Message) }));
}

/** A line that looked like a refusal and was not understood, with its bytes as UTF-8. */
export interface UnparsedRow {
  line: number;
  reason: UnparsedReason;
  text: string;
}

/** Shown of an over-long line; the rest of it says no more. */
const SAMPLE_BYTES = 4096;

/** What was not understood in an upload, in the file's order, and how often for which reason. */
export function readUnparsed(
  publicId: string,
  page: { limit: number; offset: number },
): { rows: UnparsedRow[]; reasons: Array<{ reason: UnparsedReason; count: number }> } {
  const decoder = new TextDecoder();
  const reader = new RawBlockReader(1);
  const lines = `FROM Upload u JOIN RawBlock b ON b.uploadId = u.id JOIN UnparsedLine l ON l.id ${IN_BLOCK} WHERE u.publicId = ?`;
  return {
    rows: all<{ id: number; reason: UnparsedReason }>(
      `SELECT l.id, l.reason ${lines} ORDER BY l.id LIMIT ? OFFSET ?`,
      publicId,
      page.limit,
      page.offset,
    ).map(({ id, reason }) => {
      const { line, raw } = reader.read(id);
      return { line, reason, text: decoder.decode(raw.subarray(0, SAMPLE_BYTES)) };
    }),
    reasons: all(
      `SELECT l.reason, count(*) AS count ${lines} GROUP BY l.reason ORDER BY count DESC, l.reason`,
      publicId,
    ),
  };
}
