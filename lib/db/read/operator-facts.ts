import { all, one } from '../connection';
import { NETWORKS } from './operators';

/** What lists say of an operator besides its row. */
export interface OperatorCounts {
  organisations: number;
  /** Networks the log has seen, and those it has not. */
  seen: number;
  silent: number;
}

export function readOperatorCounts(operatorId: number): OperatorCounts {
  const { networks, seen } = one<{ networks: number; seen: number }>(
    `SELECT count(*) AS networks, coalesce(sum(EXISTS (SELECT 1 FROM Address WHERE networkId = n.id AND events > 0)), 0) AS seen
     FROM Network n WHERE n.id IN (${NETWORKS})`,
    operatorId,
  ) ?? { networks: 0, seen: 0 };
  const organisations =
    one<{ n: number }>(
      'SELECT count(*) AS n FROM OperatorMember WHERE operatorId = ? AND verdict IS NULL AND organisationId IS NOT NULL',
      operatorId,
    )?.n ?? 0;
  return { organisations, seen, silent: networks - seen };
}

/** What the registries say of an operator's networks, gathered. */
export interface RegisteredFacts {
  contacts: Array<{ id: number; handle: string; phone: string | null; networks: number }>;
  abuseEmails: string[];
  /** ISO dates: the first and the last allocation. */
  allocatedFrom: string | null;
  allocatedTo: string | null;
  /** The newest answer about one of them. */
  asked: { id: number; server: string; askedMs: number } | null;
}

export function readRegisteredFacts(operatorId: number): RegisteredFacts {
  const dates = one<{ allocatedFrom: string | null; allocatedTo: string | null }>(
    `SELECT min(allocatedOn) AS allocatedFrom, max(allocatedOn) AS allocatedTo FROM Network WHERE id IN (${NETWORKS})`,
    operatorId,
  );
  return {
    contacts: all(
      `SELECT c.id, c.handle, c.phone, count(DISTINCT nc.networkId) AS networks FROM NetworkContact nc JOIN Contact c ON c.id = nc.contactId
       WHERE nc.networkId IN (${NETWORKS}) GROUP BY c.id ORDER BY networks DESC, c.handle LIMIT 20`,
      operatorId,
    ),
    abuseEmails: all<{ abuseEmail: string }>(
      `SELECT DISTINCT abuseEmail FROM Network WHERE id IN (${NETWORKS}) AND abuseEmail IS NOT NULL ORDER BY abuseEmail LIMIT 20`,
      operatorId,
    ).map(({ abuseEmail }) => abuseEmail),
    allocatedFrom: dates?.allocatedFrom ?? null,
    allocatedTo: dates?.allocatedTo ?? null,
    asked:
      one(
        `SELECT id, server, askedMs FROM Answer WHERE id IN (SELECT answerId FROM Network WHERE id IN (${NETWORKS})) ORDER BY askedMs DESC, id DESC LIMIT 1`,
        operatorId,
      ) ?? null,
  };
}

/** Where an answer came from, without its text. */
export interface AnswerSource {
  id: number;
  server: string;
  query: string;
  askedMs: number;
  source: 'live' | 'pasted' | 'sample';
}

/** The sources of these answers, oldest first. */
export function readAnswerSources(ids: readonly number[]): AnswerSource[] {
  return all(
    'SELECT id, server, query, askedMs, source FROM Answer WHERE id IN (SELECT value FROM json_each(?)) ORDER BY askedMs, id',
    JSON.stringify(ids),
  );
}
