import { all, one } from '../connection';
import { readRaw } from '../raw-blocks';

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

const WORD = '(SELECT id FROM Word WHERE text = ?)';

/** The condition for each entry of a filter. Literals: the statements are prepared and kept. */
const CONDITIONS: Readonly<Record<keyof EventFilter, string>> = {
  upload: 'e.uploadId = (SELECT id FROM Upload WHERE publicId = ?)',
  operator: `e.addressId IN (SELECT a.id FROM OperatorMember m JOIN Network n ON n.organisationId = m.organisationId OR n.id = m.networkId
    JOIN Address a ON a.networkId = n.id WHERE m.verdict IS NULL AND m.operatorId = (SELECT id FROM Operator WHERE publicId = ?))`,
  address: 'e.addressId = (SELECT id FROM Address WHERE text = ?)',
  recipient: 'e.recipientId = (SELECT id FROM Recipient WHERE text = ?)',
  action: `e.actionId = ${WORD}`,
  stage: `e.stageId = ${WORD}`,
  network: 'e.addressId IN (SELECT id FROM Address WHERE networkId = ?)',
  organisation:
    'e.addressId IN (SELECT a.id FROM Network n JOIN Address a ON a.networkId = n.id WHERE n.organisationId = ?)',
  template: 'e.templateId = ?',
  code: 'e.code = ?',
  sender: 'instr(lower(e.sender), lower(?)) > 0',
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
    params: used.map(({ value }) => value),
  };
}

const SELECT = `SELECT e.id, e.timeMs, e.utcOffsetMinutes, a.text AS address, n.id AS networkId, n.text AS network,
  o.id AS organisationId, o.name AS organisation, wa.text AS action, ws.text AS stage, e.code, e.dsn, e.sender,
  t.id AS templateId, t.pattern, coalesce(t.variable, 0) AS variable, r.text AS recipient
  FROM Event e JOIN Word wa ON wa.id = e.actionId JOIN Word ws ON ws.id = e.stageId LEFT JOIN Address a ON a.id = e.addressId
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
      : `SELECT count(*) AS events, count(DISTINCT e.addressId) AS addresses FROM Event e WHERE ${where}`;
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
}

export function readEventRecord(id: number): EventRecord | undefined {
  const row = one<
    Omit<EventRecord, 'raw' | 'pasted'> & { blockId: number; start: number; length: number; pasted: number }
  >(
    `SELECT e.blockId, e.blockStart AS start, e.blockLength AS length, e.timeMs, e.utcOffsetMinutes, u.zone, u.pasted
     FROM Event e JOIN Upload u ON u.id = e.uploadId WHERE e.id = ?`,
    id,
  );
  if (!row) return undefined;
  const { timeMs, utcOffsetMinutes, zone, pasted, ...place } = row;
  return { raw: readRaw(place), timeMs, utcOffsetMinutes, zone, pasted: pasted === 1 };
}

/** The actions and stages that occur, for the filter's lists. */
export function readEventWords(): { actions: string[]; stages: string[] } {
  const words = (text: string): string[] => all<{ text: string }>(text).map((row) => row.text);
  return {
    actions: words(`SELECT text FROM Word WHERE id IN (SELECT DISTINCT actionId FROM Event) ORDER BY text`),
    stages: words(`SELECT text FROM Word WHERE id IN (SELECT DISTINCT stageId FROM Event) ORDER BY text`),
  };
}
