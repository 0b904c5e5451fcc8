import type { AddressRange } from '@/lib/model';
import { all } from '../connection';
import { rangeBytes } from '../range-bytes';

/** Who announces a block, and the answer that says so. */
export interface AnnouncementRow {
  /** null: the answer says that nobody does. */
  asn: number | null;
  name: string | null;
  /** False where it is only registered: that the AS announces it is nobody's word. */
  seen: boolean;
  /** Whom we asked. */
  server: string;
  answerId: number;
}

/**
 * Which AS announces a network, as each server says: from blocks around it or inside it, the newest answer of each
 * server for each AS, what was seen on the internet before what is registered.
 */
export function readAnnouncements(range: AddressRange): AnnouncementRow[] {
  const [first, last] = rangeBytes(range);
  return all<Omit<AnnouncementRow, 'seen'> & { seen: number }>(
    `SELECT x.asn, x.seen, coalesce(x.name, (SELECT y.name FROM Announcement y WHERE y.asn = x.asn AND y.name IS NOT NULL LIMIT 1)) AS name,
       w.server, max(x.answerId) AS answerId
     FROM Announcement x JOIN Answer w ON w.id = x.answerId
     WHERE (x.firstBytes <= ?1 AND x.lastBytes >= ?2) OR (x.firstBytes >= ?1 AND x.lastBytes <= ?2)
     GROUP BY x.asn, w.server ORDER BY x.seen DESC, x.asn IS NULL, x.asn, w.server LIMIT 20`,
    first,
    last,
  ).map((row) => ({ ...row, seen: row.seen === 1 }));
}

/** A field that the registry keeps back. */
export interface RedactionRow {
  handle: string | null;
  field: string;
  reason: string | null;
}

/** What the registry says in one answer that it keeps back, in its order. */
export function readRedactions(answerId: number): RedactionRow[] {
  return all('SELECT handle, field, reason FROM Redaction WHERE answerId = ? ORDER BY id LIMIT 200', answerId);
}
