import { all, one } from '../connection';
import { readFinding, type StoredFinding } from './findings';

/** The findings in numbers. */
export interface FindingCounts {
  /** Without a verdict: first claimed since a moment, and before it. */
  fresh: number;
  waiting: number;
  judged: number;
}

/** @param sinceMs epoch ms; findings first claimed then or later are fresh */
export function readFindingCounts(sinceMs: number): FindingCounts {
  const row = one<FindingCounts>(
    `SELECT coalesce(sum(verdict IS NULL AND firstMs >= ?1), 0) AS fresh, coalesce(sum(verdict IS NULL AND firstMs < ?1), 0) AS waiting,
       coalesce(sum(verdict IS NOT NULL), 0) AS judged FROM Finding`,
    sinceMs,
  );
  return row ?? { fresh: 0, waiting: 0, judged: 0 };
}

/** An operator in the numbers that its summary sentence says. */
export interface OperatorSummary {
  publicId: string;
  name: string;
  verdict: 'confirmed' | null;
  events: number;
  /** Findings that speak for it. */
  reasons: number;
  networks: number;
}

/** The operators we are surest of, likely at least, and not rejected; those with refusals only. */
export function readOperatorSummaries(limit: number): OperatorSummary[] {
  return all<OperatorSummary>(
    `WITH Held AS (SELECT DISTINCT m.operatorId, n.id AS networkId FROM OperatorMember m
       JOIN Network n ON n.organisationId = m.organisationId OR n.id = m.networkId WHERE m.verdict IS NULL)
     SELECT o.publicId, o.name, o.verdict, json_array_length(o.reasons) AS reasons, count(DISTINCT h.networkId) AS networks,
       coalesce(sum(a.events), 0) AS events
     FROM Operator o JOIN Held h ON h.operatorId = o.id LEFT JOIN Address a ON a.networkId = h.networkId
     WHERE o.current = 1 AND coalesce(o.verdict, '') <> 'rejected' AND (o.verdict = 'confirmed' OR o.standing IN ('very-likely', 'likely'))
     GROUP BY o.id HAVING events > 0 ORDER BY events DESC, o.id LIMIT ?`,
    limit,
  );
}

/** Findings without a verdict, heaviest first. */
export function readOpenFindings(page: { limit: number; offset: number }): StoredFinding[] {
  return byId(
    all<{ publicId: string }>(
      'SELECT publicId FROM Finding WHERE verdict IS NULL ORDER BY current DESC, weight DESC, id LIMIT ? OFFSET ?',
      page.limit,
      page.offset,
    ),
  );
}

/** The findings judged last. */
export function readJudgedFindings(limit: number): StoredFinding[] {
  return byId(
    all<{ publicId: string }>(
      'SELECT publicId FROM Finding WHERE verdict IS NOT NULL ORDER BY verdictMs DESC, id LIMIT ?',
      limit,
    ),
  );
}

function byId(rows: ReadonlyArray<{ publicId: string }>): StoredFinding[] {
  return rows.flatMap(({ publicId }) => readFinding(publicId) ?? []);
}

/** True while a log is being read or findings are being made: what the page shows will soon be more. */
export function isWorking(): boolean {
  return (
    one(
      `SELECT 1 FROM Job WHERE kind IN ('ingest', 'redate', 'forget', 'detect') AND state IN ('waiting', 'blocked', 'leased') LIMIT 1`,
    ) !== undefined
  );
}
