import type { Verdict } from '@/lib/model';
import { all, one } from '../connection';
import { DECIDED_FINDINGS as DECIDED, OPEN_FINDING as OPEN } from './decided-findings';
import { readFinding, type StoredFinding } from './findings';
import { HELD } from './held-networks';

/** The findings in numbers. */
export interface FindingCounts {
  /** That wait for a word: first claimed since a moment, and before it. */
  fresh: number;
  waiting: number;
  judged: number;
}

/** @param sinceMs epoch ms; findings first claimed then or later are fresh */
export function readFindingCounts(sinceMs: number): FindingCounts {
  const row = one<FindingCounts>(
    `SELECT coalesce(sum(open AND firstMs >= ?1), 0) AS fresh, coalesce(sum(open AND firstMs < ?1), 0) AS waiting,
       coalesce(sum(NOT open), 0) AS judged FROM (SELECT firstMs, (${OPEN}) AS open FROM Finding)`,
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
  /** Findings that speak for it and count. */
  reasons: number;
  networks: number;
}

/** The operators we are surest of, likely at least, and not rejected; those with refusals only. */
export function readOperatorSummaries(limit: number): OperatorSummary[] {
  return all<OperatorSummary>(
    `WITH Held AS (${HELD})
     SELECT o.publicId, o.name, o.verdict, (SELECT count(*) FROM json_each(o.reasons) WHERE coalesce(value ->> 'counts', 1)) AS reasons, count(DISTINCT h.networkId) AS networks,
       coalesce(sum(a.events), 0) AS events
     FROM Operator o JOIN Held h ON h.operatorId = o.id LEFT JOIN Address a ON a.networkId = h.networkId
     WHERE o.current = 1 AND coalesce(o.verdict, '') <> 'rejected' AND (o.verdict = 'confirmed' OR o.standing IN ('very-likely', 'likely'))
     GROUP BY o.id HAVING events > 0 ORDER BY events DESC, o.id LIMIT ?`,
    limit,
  );
}

/** Findings that wait for a word, heaviest first. */
export function readOpenFindings(page: { limit: number; offset: number }): StoredFinding[] {
  return byId(
    all<{ publicId: string }>(
      `SELECT publicId FROM Finding WHERE ${OPEN} ORDER BY current DESC, weight DESC, id LIMIT ? OFFSET ?`,
      page.limit,
      page.offset,
    ),
  );
}

/** A finding that was decided: by a word on it, or with the operator it speaks for. */
export interface DecidedFinding extends StoredFinding {
  /** Where it has no verdict of its own. */
  operator: { publicId: string; name: string; verdict: Verdict; verdictMs: number } | null;
}

/** The findings decided last. */
export function readJudgedFindings(limit: number): DecidedFinding[] {
  return all<{ publicId: string; operatorId: number | null }>(
    `SELECT publicId, NULL AS operatorId, verdictMs AS decidedMs, weight, id FROM Finding WHERE verdict IS NOT NULL
     UNION ALL SELECT f.publicId, max(d.operatorId), max(d.verdictMs), f.weight, f.id FROM (${DECIDED}) d JOIN Finding f ON f.id = d.id GROUP BY f.id
     ORDER BY decidedMs DESC, weight DESC, id LIMIT ?`,
    limit,
  ).flatMap(({ publicId, operatorId }) => {
    const operator = one<NonNullable<DecidedFinding['operator']>>(
      'SELECT publicId, name, verdict, verdictMs FROM Operator WHERE id = ?',
      operatorId,
    );
    return byId([{ publicId }]).map((finding) => ({ ...finding, operator: operator ?? null }));
  });
}

function byId(rows: ReadonlyArray<{ publicId: string }>): StoredFinding[] {
  return rows.flatMap(({ publicId }) => readFinding(publicId) ?? []);
}

/** True while a log is being read or findings are being made: what the page shows will soon be more. */
export function isWorking(): boolean {
  return (
    one(
      `SELECT 1 FROM Job WHERE kind IN ('ingest', 'unpack', 'redate', 'forget', 'detect') AND state IN ('waiting', 'blocked', 'leased') LIMIT 1`,
    ) !== undefined
  );
}
