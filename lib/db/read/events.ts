import type { Action } from '@/lib/model';
import { all, one } from '../connection';
import { readRaw, RECORDS_PER_BLOCK } from '../raw-blocks';

/** What narrows the list of events; each entry is one condition, all must hold. */
export interface EventFilter {
  /** Public ids. */
  upload?: string;
  operator?: string;
  /** Exact text. */
  address?: string;
  recipient?: string;
  action?: string;
  stage?: string;
  /** Database ids. */
  network?: number;
  organisation?: number;
  template?: number;
  code?: number;
  /** Anywhere in the sender, without regard to case. */
  sender?: string;
  /** Epoch ms, both included. */
  from?: number;
  to?: number;
}

export interface EventRow {
  id: number;
  timeMs: number;
  utcOffsetMinutes: number;
  address: string | null;
  networkId: number | null;
  network: string | null;
  organisationId: number | null;
  organisation: string | null;
  action: string;
  stage: string;
  code: number | null;
  dsn: string | null;
  sender: string | null;
  templateId: number | null;
  pattern: string | null;
  /** True where the template has variable parts. */
  variable: boolean;
  recipient: string | null;
}

/** A place in the list: the event at its edge. */
export interface EventCursor {
  timeMs: number;
  id: number;
}

export interface EventPage {
  events: EventRow[];
  /** Events before and behind this page, in the list's order. */
  hasBefore: boolean;
  hasAfter: boolean;
}

/** The condition for each entry of a filter; each `?` is its value. Literals: the statements are prepared and kept. */
const CONDITIONS: Readonly<Record<keyof EventFilter, string>> = {
  // An upload's events lie between its first and its last; of others in that time few are read in vain.
  upload: `(e.timeMs BETWEEN (SELECT firstMs FROM Upload WHERE publicId = ?) AND (SELECT lastMs FROM Upload WHERE publicId = ?)
    AND (SELECT b.uploadId FROM RawBlock b WHERE b.id = e.id / ${RECORDS_PER_BLOCK}) = (SELECT id FROM Upload WHERE publicId = ?))`,
  operator: `e.addressId IN (SELECT a.id FROM OperatorMember m JOIN Network n ON n.organisationId = m.organisationId OR n.id = m.networkId
    JOIN Address a ON a.networkId = n.id WHERE m.verdict IS NULL AND m.operatorId = (SELECT id FROM Operator WHERE publicId = ?))`,
  address: 'e.addressId = (SELECT id FROM Address WHERE bytes = addressBytes(?))',
  recipient: 'e.recipientId = (SELECT id FROM Recipient WHERE text = ?)',
  action: 'e.kindId IN (SELECT id FROM Kind WHERE action = ?)',
  stage: 'e.kindId IN (SELECT id FROM Kind WHERE stage = ?)',
  network: 'e.addressId IN (SELECT id FROM Address WHERE networkId = ?)',
  organisation:
    'e.addressId IN (SELECT a.id FROM Network n JOIN Address a ON a.networkId = n.id WHERE n.organisationId = ?)',
  template: 'e.templateId = ?',
  code: 'e.kindId IN (SELECT id FROM Kind WHERE code = ?)',
  sender: 'instr(lower(senderOf(t.pattern, e.variables)), lower(?)) > 0',
  from: 'e.timeMs >= ?',
  to: 'e.timeMs <= ?',
};

const NAMES = Object.keys(CONDITIONS) as Array<keyof EventFilter>;

function whereOf(filter: EventFilter): { where: string; params: Array<string | number> } {
  const used = NAMES.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ condition: CONDITIONS[name], value }];
  });
  return {
    where: ['1', ...used.map(({ condition }) => condition)].join(' AND '),
    params: used.flatMap(({ condition, value }) => Array.from(condition.matchAll(/\?/g), () => value)),
  };
}

const SELECT = `SELECT e.id, e.timeMs, k.utcOffsetMinutes, a.text AS address, n.id AS networkId, n.text AS network,
  o.id AS organisationId, o.name AS organisation, k.action, k.stage, k.code, k.dsn,
  senderOf(t.pattern, e.variables) AS sender,
  t.id AS templateId, t.pattern, coalesce(t.variable, 0) AS variable, r.text AS recipient
  FROM Event e JOIN Kind k ON k.id = e.kindId LEFT JOIN Address a ON a.id = e.addressId
  LEFT JOIN Network n ON n.id = a.networkId LEFT JOIN Organisation o ON o.id = n.organisationId
  LEFT JOIN Template t ON t.id = e.templateId LEFT JOIN Recipient r ON r.id = e.recipientId`;

interface Ask {
  order: 'newest' | 'oldest';
  limit: number;
  /** Only what follows this event in the list's order … */
  after?: EventCursor;
  /** … or only what stands before it. */
  before?: EventCursor;
}

/** One page of the events that match, in order; a cursor at either edge leads on. */
export function readEvents(filter: EventFilter, { order, limit, after, before }: Ask): EventPage {
  const { where, params } = whereOf(filter);
  const cursor = after ?? before;
  const backwards = after === undefined && before !== undefined;
  const descending = (order === 'newest') !== backwards;
  const edge = descending ? '(e.timeMs, e.id) < (?, ?)' : '(e.timeMs, e.id) > (?, ?)';
  const direction = descending ? 'DESC' : 'ASC';
  const rows = all<Omit<EventRow, 'variable'> & { variable: number }>(
    `${SELECT} WHERE ${where}${cursor ? ` AND ${edge}` : ''} ORDER BY e.timeMs ${direction}, e.id ${direction} LIMIT ?`,
    ...params,
    ...(cursor ? [cursor.timeMs, cursor.id] : []),
    limit + 1,
  ).map((row) => ({ ...row, variable: row.variable === 1 }));
  const more = rows.length > limit;
  const events = rows.slice(0, limit);
  if (backwards) events.reverse();
  return {
    events,
    hasBefore: backwards ? more : after !== undefined,
    hasAfter: backwards ? true : more,
  };
}

/** What matches, in numbers. Without a filter the uploads' own counts tell it at once. */
export function countEvents(filter: EventFilter): { events: number; addresses: number } {
  const { where, params } = whereOf(filter);
  const text =
    params.length === 0
      ? `SELECT (SELECT coalesce(sum(events), 0) FROM Upload) AS events, (SELECT count(*) FROM Address WHERE events > 0) AS addresses`
      : `SELECT count(*) AS events, count(DISTINCT e.addressId) AS addresses FROM Event e LEFT JOIN Template t ON t.id = e.templateId WHERE ${where}`;
  return one<{ events: number; addresses: number }>(text, ...params) ?? { events: 0, addresses: 0 };
}

/** The names of what a filter holds by id, for its chips; null where there is no such thing. */
export function readFilterNames(
  filter: EventFilter,
): Record<'upload' | 'operator' | 'network' | 'organisation' | 'template', string | null> {
  const nameOf = (text: string, value: string | number | undefined): string | null =>
    value === undefined ? null : (one<{ name: string }>(text, value)?.name ?? null);
  return {
    upload: nameOf('SELECT name FROM Upload WHERE publicId = ?', filter.upload),
    operator: nameOf('SELECT name FROM Operator WHERE publicId = ?', filter.operator),
    network: nameOf('SELECT text AS name FROM Network WHERE id = ?', filter.network),
    organisation: nameOf('SELECT name FROM Organisation WHERE id = ?', filter.organisation),
    template: nameOf('SELECT pattern AS name FROM Template WHERE id = ?', filter.template),
  };
}

/** An event's own record, and what is needed to read it again. */
export interface EventRecord {
  raw: Buffer;
  timeMs: number;
  utcOffsetMinutes: number;
  zone: string;
  pasted: boolean;
  /** As they were stored: the log's other lines may have told them. */
  address: string | null;
  dnsbl: string | null;
}

export function readEventRecord(id: number): EventRecord | undefined {
  const row = one<Omit<EventRecord, 'raw' | 'pasted'> & { pasted: number }>(
    `SELECT e.timeMs, k.utcOffsetMinutes, u.zone, u.pasted, a.text AS address, k.dnsbl
     FROM Event e JOIN Kind k ON k.id = e.kindId JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK} JOIN Upload u ON u.id = b.uploadId
     LEFT JOIN Address a ON a.id = e.addressId
     WHERE e.id = ?`,
    id,
  );
  return row && { ...row, raw: readRaw(id).raw, pasted: row.pasted === 1 };
}

/** The actions and stages that occur, for the filter's lists. */
export function readEventWords(): { actions: Action[]; stages: string[] } {
  return {
    actions: all<{ word: Action }>('SELECT DISTINCT action AS word FROM Kind ORDER BY 1').map(({ word }) => word),
    stages: all<{ word: string }>('SELECT DISTINCT stage AS word FROM Kind ORDER BY 1').map(({ word }) => word),
  };
}
