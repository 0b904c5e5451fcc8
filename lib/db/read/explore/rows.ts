import { all } from '../../connection';
import { at } from './columns';
import { type Matches, placeOf } from './matches';

/** One refusal as lists show it. */
export interface EventRow {
  id: number;
  timeMs: number;
  utcOffsetMinutes: number;
  address: string | null;
  networkId: number | null;
  network: string | null;
  organisationId: number | null;
  organisation: string | null;
  format: string;
  action: string;
  stage: string;
  code: number | null;
  dsn: string | null;
  dnsbl: string | null;
  sender: string | null;
  templateId: number | null;
  pattern: string | null;
  /** True where the template has variable parts. */
  variable: boolean;
  recipient: string | null;
}

const SELECT = `SELECT e.id, e.timeMs, k.utcOffsetMinutes, a.text AS address, n.id AS networkId, n.text AS network,
  o.id AS organisationId, o.name AS organisation, k.format, k.action, k.stage, k.code, k.dsn, k.dnsbl,
  senderOf(t.pattern, e.variables) AS sender,
  t.id AS templateId, t.pattern, coalesce(t.variable, 0) AS variable, r.text AS recipient
  FROM json_each(?) j JOIN Event e ON e.id = j.value JOIN Kind k ON k.id = e.kindId LEFT JOIN Address a ON a.id = e.addressId
  LEFT JOIN Network n ON n.id = a.networkId LEFT JOIN Organisation o ON o.id = n.organisationId
  LEFT JOIN Template t ON t.id = e.templateId LEFT JOIN Recipient r ON r.id = e.recipientId ORDER BY j.key`;

/** In what order rows are listed. */
export type Order = 'newest' | 'oldest';

/** The rows from `offset` on, at most `limit`, of what was found. */
export function readRows(
  matches: Matches,
  { order, offset, limit }: { order: Order; offset: number; limit: number },
): EventRow[] {
  const ids: number[] = [];
  for (let i = offset; i < Math.min(offset + limit, matches.length); i++) {
    ids.push(at(matches.columns.ids, placeOf(matches, order === 'oldest' ? i : matches.length - 1 - i)));
  }
  return all<Omit<EventRow, 'variable'> & { variable: number }>(SELECT, JSON.stringify(ids)).map((row) => ({
    ...row,
    variable: row.variable === 1,
  }));
}
