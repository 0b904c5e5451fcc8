import { type AddressRange, formatRange } from '@/lib/model';
import { all, one } from '../connection';
import { rangeBytes } from '../range-bytes';
import { rangeOfRow } from './network-parts';

/** An AS as far as answers have told of it. */
export interface AsnRow {
  asn: number;
  name: string | null;
  /** The server whose answer told of it last. */
  server: string;
  origin: 'user' | 'sample';
  /** Blocks it is told to have, those of them that were seen announced, and those in no network that was looked up. */
  blocks: number;
  seen: number;
  unknown: number;
}

/** A block that an AS announces, or that is registered for it: no network of ours, and no evidence. */
export interface AsnBlock {
  text: string;
  range: AddressRange;
  /** Refusals from addresses inside it. */
  events: number;
  /** Who says so: one row a server, its newest answer. */
  told: Array<{ server: string; seen: boolean; answerId: number }>;
  /** The smallest network around it that was looked up. */
  network: { id: number; text: string; organisation: string | null; organisationId: number | null } | null;
  /** Networks looked up inside it. */
  inside: number;
}

const ANSWERED_MS = (answer: 'w' | 'later') => `max(${answer}.askedMs, coalesce(${answer}.confirmedMs, 0))`;

/** What the newest whole answer to each question tells: what it leaves out is announced no more. */
const TOLD = `SELECT x.firstBytes, x.lastBytes, w.server, max(x.seen) AS seen, max(x.answerId) AS answerId
  FROM Announcement x JOIN Answer w ON w.id = x.answerId
  WHERE x.asn = ?1 AND x.firstBytes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Answer later
    WHERE later.server = w.server AND later.query = w.query AND later.status IN ('found', 'limited', 'empty')
      AND (${ANSWERED_MS('later')}, later.id) > (${ANSWERED_MS('w')}, w.id))
  GROUP BY x.firstBytes, x.lastBytes, w.server`;

const AROUND = `n.firstBytes <= b.firstBytes AND n.lastBytes >= b.lastBytes AND n.detailed = 1`;
const INSIDE = `n.firstBytes BETWEEN b.firstBytes AND b.lastBytes AND n.lastBytes <= b.lastBytes AND n.detailed = 1`;

/** An AS that an answer has told of; undefined where none has. */
export function readAsn(asn: number): AsnRow | undefined {
  const row = one<Pick<AsnRow, 'name' | 'server' | 'origin'>>(
    `SELECT (SELECT y.name FROM Announcement y WHERE y.asn = ?1 AND y.name IS NOT NULL ORDER BY y.id DESC LIMIT 1) AS name,
       w.server, (SELECT iif(max(u.origin = 'user'), 'user', 'sample') FROM Announcement z JOIN Answer u ON u.id = z.answerId WHERE z.asn = ?1) AS origin
     FROM Announcement x JOIN Answer w ON w.id = x.answerId WHERE x.asn = ?1 ORDER BY x.id DESC LIMIT 1`,
    asn,
  );
  const counts = one<{ blocks: number; seen: number; unknown: number }>(
    `SELECT count(*) AS blocks, coalesce(sum(b.seen), 0) AS seen,
       coalesce(sum(NOT EXISTS (SELECT 1 FROM Network n WHERE ${AROUND}) AND NOT EXISTS (SELECT 1 FROM Network n WHERE ${INSIDE})), 0) AS unknown
     FROM (SELECT firstBytes, lastBytes, max(seen) AS seen FROM (${TOLD}) GROUP BY firstBytes, lastBytes) b`,
    asn,
  );
  return row && { asn, ...row, ...(counts ?? { blocks: 0, seen: 0, unknown: 0 }) };
}

/** Blocks of an AS, those with most refusals first. */
export function readAsnBlocks(asn: number, page: { limit: number; offset: number }): AsnBlock[] {
  const rows = all<{
    firstBytes: Buffer;
    lastBytes: Buffer;
    events: number;
    told: string;
    networkId: number | null;
    inside: number;
  }>(
    `SELECT b.*, (SELECT n.id FROM Network n WHERE ${AROUND} ORDER BY n.firstBytes DESC, n.lastBytes LIMIT 1) AS networkId,
       (SELECT count(*) FROM Network n WHERE ${INSIDE}) AS inside
     FROM (SELECT t.firstBytes, t.lastBytes,
         (SELECT coalesce(sum(a.events), 0) FROM Address a WHERE a.bytes BETWEEN t.firstBytes AND t.lastBytes) AS events,
         json_group_array(json_object('server', t.server, 'seen', t.seen, 'answerId', t.answerId)) AS told
       FROM (${TOLD} ORDER BY seen DESC, w.server) t
       GROUP BY t.firstBytes, t.lastBytes ORDER BY events DESC, t.firstBytes, t.lastBytes DESC LIMIT ?2 OFFSET ?3) b
     ORDER BY b.events DESC, b.firstBytes, b.lastBytes DESC`,
    asn,
    page.limit,
    page.offset,
  );
  return rows.map((row) => {
    const range = rangeOfRow(row);
    return {
      text: formatRange(range),
      range,
      events: row.events,
      inside: row.inside,
      told: readTold(row.told),
      network: readHolder(row.networkId),
    };
  });
}

function readTold(json: string): AsnBlock['told'] {
  const told = JSON.parse(json) as Array<{ server: string; seen: number; answerId: number }>;
  return told.map(({ seen, ...rest }) => ({ ...rest, seen: seen === 1 }));
}

function readHolder(networkId: number | null): AsnBlock['network'] {
  const row = one<NonNullable<AsnBlock['network']>>(
    'SELECT n.id, n.text, o.name AS organisation, n.organisationId FROM Network n LEFT JOIN Organisation o ON o.id = n.organisationId WHERE n.id = ?',
    networkId,
  );
  return row ?? null;
}

/** Whether an answer has told that the AS has this block. */
export function isAsnBlock(asn: number, range: AddressRange): boolean {
  const [first, last] = rangeBytes(range);
  const text = 'SELECT 1 FROM Announcement WHERE asn = ? AND firstBytes = ? AND lastBytes = ?';
  return one(text, asn, first, last) !== undefined;
}
