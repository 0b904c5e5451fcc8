import type { DetectorId, EntityRef, EvidenceFamily, EvidenceRef, Message, Verdict } from '@/lib/model';
import { all, one } from '../connection';
import { decodeEvidence } from '../evidence-refs';

/** A finding as pages and reports show it. */
export interface StoredFinding {
  publicId: string;
  detector: DetectorId;
  subject: string;
  family: EvidenceFamily;
  weight: number;
  sentence: Message;
  entities: EntityRef[];
  evidence: EvidenceRef[];
  evidenceTotal: number;
  against: Message[];
  current: boolean;
  verdict: Verdict | null;
  verdictMs: number | null;
  firstMs: number;
}

interface Row {
  publicId: string;
  detector: DetectorId;
  subject: string;
  family: EvidenceFamily;
  weight: number;
  sentence: string;
  entities: string;
  evidence: string;
  evidenceTotal: number;
  against: string;
  current: number;
  verdict: Verdict | null;
  verdictMs: number | null;
  firstMs: number;
}

const COLUMNS =
  'publicId, detector, subject, family, weight, sentence, entities, evidence, evidenceTotal, against, current, verdict, verdictMs, firstMs';

function fromRow(row: Row): StoredFinding {
  return {
    ...row,
    sentence: JSON.parse(row.sentence) as Message,
    entities: JSON.parse(row.entities) as EntityRef[],
    evidence: decodeEvidence(row.evidence),
    against: JSON.parse(row.against) as Message[],
    current: row.current === 1,
  };
}

/** Findings, heaviest first: those that wait for a verdict before those that have one. */
export function readFindings(page: { limit: number; offset: number }): { findings: StoredFinding[]; total: number } {
  const total = one<{ n: number }>('SELECT count(*) AS n FROM Finding')?.n ?? 0;
  const findings = all<Row>(
    `SELECT ${COLUMNS} FROM Finding ORDER BY verdict IS NOT NULL, current DESC, weight DESC, id LIMIT ? OFFSET ?`,
    page.limit,
    page.offset,
  ).map(fromRow);
  return { findings, total };
}

export function readFinding(publicId: string): StoredFinding | undefined {
  const row = one<Row>(`SELECT ${COLUMNS} FROM Finding WHERE publicId = ?`, publicId);
  return row && fromRow(row);
}

/** The findings with these identities, in the order given; a missing one is left out. */
export function readFindingsBySubject(keys: ReadonlyArray<{ detector: string; subject: string }>): StoredFinding[] {
  return keys.flatMap(({ detector, subject }) => {
    const row = one<Row>(`SELECT ${COLUMNS} FROM Finding WHERE detector = ? AND subject = ?`, detector, subject);
    return row ? [fromRow(row)] : [];
  });
}

/** The findings that name this entity, those that hold now and the heaviest first; at most `limit`. */
export function readFindingsNaming({ kind, id }: EntityRef, limit: number): StoredFinding[] {
  return all<Row>(
    `SELECT ${COLUMNS} FROM Finding WHERE EXISTS (SELECT 1 FROM json_each(entities) WHERE value ->> 'kind' = ? AND value ->> 'id' = ?)
     ORDER BY current DESC, weight DESC, id LIMIT ?`,
    kind,
    id,
    limit,
  ).map(fromRow);
}
