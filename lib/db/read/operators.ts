import {
  addressFromBytes,
  type AddressRange,
  type EvidenceFamily,
  type OperatorReason,
  type Standing,
  type Verdict,
} from '@/lib/model';
import { all, one } from '../connection';
import { readFindingsBySubject, type StoredFinding } from './findings';
import { HELD } from './held-networks';

export interface OperatorRow {
  id: number;
  publicId: string;
  name: string;
  score: number;
  standing: Standing;
  families: EvidenceFamily[];
  verdict: Verdict | null;
  verdictMs: number | null;
  current: boolean;
  origin: 'user' | 'sample';
  events: number;
  networks: number;
}

/** A network of an operator; `events` 0 is "not yet seen". */
export interface OperatorNetwork {
  id: number;
  text: string;
  range: AddressRange;
  name: string | null;
  organisation: string | null;
  organisationId: number | null;
  events: number;
  addresses: number;
  /** Answered in full, or only named in a contact's list. */
  detailed: boolean;
  answerId: number;
}

/** A finding that is told of an operator. */
export interface ToldReason extends StoredFinding {
  /** False where it does not say, by itself, that its members are one hand: it is not in the score. */
  counts: boolean;
}

export interface OperatorDossier extends OperatorRow {
  organisations: Array<{ id: number; name: string; handle: string | null; registry: string; events: number }>;
  networkList: OperatorNetwork[];
  /** What a person took out of it: an organisation, or a network by itself (then its range is the name). */
  splitOff: Array<{ organisationId: number | null; networkId: number | null; name: string; registry: string }>;
  reasons: ToldReason[];
  addresses: Array<{ text: string; events: number; firstMs: number; lastMs: number }>;
}

/** The networks that an operator holds. `?1` is the operator's id. */
export const NETWORKS = `SELECT networkId FROM (${HELD}) WHERE operatorId = ?1`;
/** The refusals from those networks: `e` is the event, `a` its address. */
export const EVENTS = `FROM Event e JOIN Address a ON a.id = e.addressId WHERE a.networkId IN (${NETWORKS})`;

interface Row {
  id: number;
  publicId: string;
  name: string;
  score: number;
  standing: Standing;
  families: string;
  reasons: string;
  verdict: Verdict | null;
  verdictMs: number | null;
  current: number;
  origin: 'user' | 'sample';
}

const COLUMNS = 'id, publicId, name, score, standing, families, reasons, verdict, verdictMs, current, origin';

function withCounts({ reasons: _reasons, ...row }: Row): OperatorRow {
  return {
    ...row,
    families: JSON.parse(row.families) as EvidenceFamily[],
    current: row.current === 1,
    events:
      one<{ n: number }>(`SELECT coalesce(sum(events), 0) AS n FROM Address WHERE networkId IN (${NETWORKS})`, row.id)
        ?.n ?? 0,
    networks: one<{ n: number }>(`SELECT count(*) AS n FROM (${NETWORKS})`, row.id)?.n ?? 0,
  };
}

/** Operators, the surest first. */
export function readOperators(page: { limit: number; offset: number }): { operators: OperatorRow[]; total: number } {
  const total = one<{ n: number }>('SELECT count(*) AS n FROM Operator')?.n ?? 0;
  const rows = all<Row>(
    `SELECT ${COLUMNS} FROM Operator ORDER BY coalesce(verdict, '') = 'rejected', score DESC, id LIMIT ? OFFSET ?`,
    page.limit,
    page.offset,
  );
  return { operators: rows.map(withCounts), total };
}

/** Operators by their ids, in that order; an id that is none is left out. */
export function readOperatorsById(ids: readonly number[]): OperatorRow[] {
  return ids.flatMap((id) => {
    const row = one<Row>(`SELECT ${COLUMNS} FROM Operator WHERE id = ?`, id);
    return row ? [withCounts(row)] : [];
  });
}

/** The whole dossier of one operator. */
export function readOperator(publicId: string): OperatorDossier | undefined {
  const row = one<Row>(`SELECT ${COLUMNS} FROM Operator WHERE publicId = ?`, publicId);
  if (!row) return undefined;
  // What was stored before reasons said so is taken to count.
  const reasons = JSON.parse(row.reasons) as Array<Omit<OperatorReason, 'counts'> & { counts?: boolean }>;
  return {
    ...withCounts(row),
    organisations: all(
      `SELECT o.id, o.name, o.handle, o.registry, coalesce(sum(a.events), 0) AS events FROM OperatorMember m
       JOIN Organisation o ON o.id = m.organisationId LEFT JOIN Network n ON n.organisationId = o.id LEFT JOIN Address a ON a.networkId = n.id
       WHERE m.operatorId = ? AND m.verdict IS NULL GROUP BY o.id ORDER BY events DESC, o.id`,
      row.id,
    ),
    networkList: operatorNetworks(row.id),
    splitOff: all(
      `SELECT m.organisationId, m.networkId, coalesce(o.name, n.text) AS name, coalesce(o.registry, n.registry) AS registry
       FROM OperatorMember m LEFT JOIN Organisation o ON o.id = m.organisationId LEFT JOIN Network n ON n.id = m.networkId
       WHERE m.operatorId = ? AND m.verdict = 'split' ORDER BY m.organisationId IS NULL, name, m.id`,
      row.id,
    ),
    reasons: reasons.flatMap((reason) =>
      readFindingsBySubject([reason]).map((finding) => ({ ...finding, counts: reason.counts ?? true })),
    ),
    addresses: all(
      `SELECT text, events, firstMs, lastMs FROM Address WHERE events > 0 AND networkId IN (${NETWORKS}) ORDER BY events DESC, bytes LIMIT 500`,
      row.id,
    ),
  };
}

function operatorNetworks(operatorId: number): OperatorNetwork[] {
  return all<Omit<OperatorNetwork, 'range' | 'detailed'> & { firstBytes: Buffer; lastBytes: Buffer; detailed: number }>(
    `SELECT n.id, n.text, n.firstBytes, n.lastBytes, n.name, o.name AS organisation, n.organisationId, n.detailed, n.answerId,
       coalesce(sum(a.events), 0) AS events, count(a.id) AS addresses
     FROM Network n LEFT JOIN Organisation o ON o.id = n.organisationId LEFT JOIN Address a ON a.networkId = n.id AND a.events > 0
     WHERE n.id IN (${NETWORKS}) GROUP BY n.id ORDER BY events DESC, n.firstBytes`,
    operatorId,
  ).map(({ firstBytes, lastBytes, detailed, ...network }) => {
    const first = addressFromBytes(firstBytes);
    return {
      ...network,
      detailed: detailed === 1,
      range: { family: first.family, first: first.value, last: addressFromBytes(lastBytes).value },
    };
  });
}
