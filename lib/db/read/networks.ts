import { type Address, addressFromBytes, type AddressRange, type ContactRole, type SourceField } from '@/lib/model';
import { all, one } from '../connection';
import { rangeOfRow } from './network-parts';

/** A network as lists show it; `events` 0 is "not yet seen". */
export interface NetworkRow {
  id: number;
  registry: string;
  text: string;
  name: string | null;
  organisationId: number | null;
  organisation: string | null;
  events: number;
  addresses: number;
  detailed: boolean;
}

/** A contact named on a network, and the answer that says so. */
export interface NamedContact {
  id: number;
  handle: string;
  name: string | null;
  role: ContactRole;
  answerId: number;
}

export interface NetworkDetail extends NetworkRow {
  range: AddressRange;
  abuseEmail: string | null;
  country: string | null;
  allocatedOn: string | null;
  updatedOn: string | null;
  fields: SourceField[];
  origin: 'user' | 'sample';
  answerId: number;
  /** The answer about it: who gave it, when it last came, and by which way. */
  server: string;
  answeredMs: number;
  source: 'live' | 'pasted' | 'sample';
  contacts: NamedContact[];
  /** Addresses the log has seen, most refusals first, at most 500 of `addresses`. */
  addressList: Array<{ text: string; events: number; firstMs: number; lastMs: number }>;
  /** Networks that enclose it, the widest first. */
  around: NetworkRow[];
  /** Networks inside it, in address order, at most 200. */
  inside: NetworkRow[];
  operators: Array<{ publicId: string; name: string; verdict: string | null }>;
  /** Zone of the log, from the newest event in it. */
  utcOffsetMinutes: number;
}

export interface NetworkPage {
  sort: 'refusals' | 'range';
  /** `seen`: only networks the log has seen; `silent`: only those it has not. */
  show: 'all' | 'seen' | 'silent';
  limit: number;
  offset: number;
}

interface Row extends Omit<NetworkRow, 'detailed'> {
  detailed: number;
}

const fromRow = (row: Row): NetworkRow => ({ ...row, detailed: row.detailed === 1 });

const SEEN = 'EXISTS (SELECT 1 FROM Address a WHERE a.networkId = n.id AND a.events > 0)';
const FILTERS = { all: '1', seen: SEEN, silent: `NOT ${SEEN}` } as const;
const ORDERS = {
  refusals: 'events DESC, n.firstBytes, n.lastBytes DESC',
  range: 'n.firstBytes, n.lastBytes DESC',
} as const;
const SELECT = `SELECT n.id, n.registry, n.text, n.name, n.organisationId, o.name AS organisation, n.detailed,
    coalesce(sum(a.events), 0) AS events, count(a.id) AS addresses
  FROM Network n LEFT JOIN Organisation o ON o.id = n.organisationId LEFT JOIN Address a ON a.networkId = n.id AND a.events > 0`;

/** Networks known, with the number the filter lets through and the numbers of all and of those seen. */
export function readNetworks({ sort, show, limit, offset }: NetworkPage): {
  networks: NetworkRow[];
  total: number;
  counts: { all: number; seen: number; silent: number };
} {
  const counts = one<{ all: number; seen: number }>(
    `SELECT count(*) AS "all", coalesce(sum(${SEEN}), 0) AS seen FROM Network n`,
  ) ?? { all: 0, seen: 0 };
  const silent = counts.all - counts.seen;
  return {
    networks: all<Row>(
      `${SELECT} WHERE ${FILTERS[show]} GROUP BY n.id ORDER BY ${ORDERS[sort]} LIMIT ? OFFSET ?`,
      limit,
      offset,
    ).map(fromRow),
    total: { all: counts.all, seen: counts.seen, silent }[show],
    counts: { ...counts, silent },
  };
}

/** Networks by their ids, in that order; an id that is none is left out. */
export function readNetworksById(ids: readonly number[]): NetworkRow[] {
  const rows = all<Row>(`${SELECT} WHERE n.id IN (SELECT value FROM json_each(?)) GROUP BY n.id`, JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, fromRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Networks of an organisation, those with most refusals first. */
export function readOrganisationNetworks(organisationId: number): NetworkRow[] {
  return all<Row>(
    `${SELECT} WHERE n.organisationId = ? GROUP BY n.id ORDER BY events DESC, n.firstBytes`,
    organisationId,
  ).map(fromRow);
}

/** Everything known of one network. */
export function readNetwork(id: number): NetworkDetail | undefined {
  const row = one<
    Row & {
      firstBytes: Buffer;
      lastBytes: Buffer;
      abuseEmail: string | null;
      country: string | null;
      allocatedOn: string | null;
      updatedOn: string | null;
      fields: string;
      origin: 'user' | 'sample';
      answerId: number;
      server: string;
      answeredMs: number;
      source: 'live' | 'pasted' | 'sample';
    }
  >(
    `SELECT n.firstBytes, n.lastBytes, n.abuseEmail, n.country, n.allocatedOn, n.updatedOn, n.fields, n.origin, n.answerId,
       w.server, max(w.askedMs, coalesce(w.confirmedMs, 0)) AS answeredMs, w.source, s.*
     FROM Network n JOIN Answer w ON w.id = n.answerId JOIN (${SELECT} WHERE n.id = ?1 GROUP BY n.id) s ON s.id = n.id`,
    id,
  );
  if (!row) return undefined;
  const { firstBytes, lastBytes, fields, ...rest } = row;
  return {
    ...fromRow(rest),
    ...{ abuseEmail: row.abuseEmail, country: row.country, allocatedOn: row.allocatedOn, updatedOn: row.updatedOn },
    origin: row.origin,
    answerId: row.answerId,
    server: row.server,
    answeredMs: row.answeredMs,
    source: row.source,
    range: rangeOfRow({ firstBytes, lastBytes }),
    fields: JSON.parse(fields) as SourceField[],
    contacts: all<NamedContact>(
      `SELECT c.id, c.handle, c.name, nc.role, nc.answerId FROM NetworkContact nc JOIN Contact c ON c.id = nc.contactId
       WHERE nc.networkId = ? ORDER BY c.handle, nc.role = 'referred', nc.role`,
      id,
    ),
    addressList: all(
      'SELECT text, events, firstMs, lastMs FROM Address WHERE networkId = ? AND events > 0 ORDER BY events DESC, bytes LIMIT 500',
      id,
    ),
    around: all<Row>(
      `${SELECT} WHERE n.firstBytes <= ?1 AND n.lastBytes >= ?2 AND n.id <> ?3 GROUP BY n.id ORDER BY n.firstBytes, n.lastBytes DESC LIMIT 50`,
      firstBytes,
      lastBytes,
      id,
    ).map(fromRow),
    inside: all<Row>(
      `${SELECT} WHERE n.firstBytes >= ?1 AND n.lastBytes <= ?2 AND n.id <> ?3 GROUP BY n.id ORDER BY n.firstBytes, n.lastBytes DESC LIMIT 200`,
      firstBytes,
      lastBytes,
      id,
    ).map(fromRow),
    operators: all(
      `SELECT DISTINCT p.publicId, p.name, p.verdict FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId
       WHERE m.verdict IS NULL AND (m.networkId = ?1 OR m.organisationId = (SELECT organisationId FROM Network WHERE id = ?1))
       ORDER BY p.id`,
      id,
    ),
    utcOffsetMinutes:
      one<{ minutes: number }>(
        `SELECT k.utcOffsetMinutes AS minutes FROM Event e JOIN Kind k ON k.id = e.kindId JOIN Address a ON a.id = e.addressId
         WHERE a.networkId = ? ORDER BY e.timeMs DESC LIMIT 1`,
        id,
      )?.minutes ?? 0,
  };
}

/** The addresses the log has seen in a network, for its map. */
export function readNetworkAddresses(id: number): Address[] {
  return all<{ bytes: Buffer }>('SELECT bytes FROM Address WHERE networkId = ? AND events > 0', id).map(({ bytes }) =>
    addressFromBytes(bytes),
  );
}
