import type { Finding, Verdict } from '@/lib/model';
import { all, run } from '../connection';
import { encodeEvidence } from '../evidence-refs';

/**
 * Takes a run's findings in place of the last run's. A finding keeps its id, its first time and its verdict;
 * one that is no longer claimed is kept only where a person has judged it. Use inside a transaction.
 */
export function replaceFindings(findings: readonly Finding[], newId: () => string, nowMs: number): void {
  run('UPDATE Finding SET current = 0');
  for (const f of findings) {
    run(
      `INSERT INTO Finding (publicId, detector, subject, family, weight, sentence, entities, evidence, evidenceTotal, against, current, firstMs, updatedMs)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (detector, subject) DO UPDATE SET family = excluded.family,
         weight = excluded.weight, sentence = excluded.sentence, entities = excluded.entities, evidence = excluded.evidence,
         evidenceTotal = excluded.evidenceTotal, against = excluded.against, current = 1, updatedMs = excluded.updatedMs`,
      newId(),
      f.detector,
      f.subject,
      f.family,
      f.weight,
      JSON.stringify(f.sentence),
      JSON.stringify(f.entities),
      encodeEvidence(f.evidence),
      f.evidenceTotal,
      JSON.stringify(f.against),
      nowMs,
      nowMs,
    );
  }
  run('DELETE FROM Finding WHERE current = 0 AND verdict IS NULL');
}

/** Subjects a person has rejected, as `detector subject`: they no longer speak for anything. */
export function rejectedFindings(): Set<string> {
  return new Set(
    all<{ id: string }>(`SELECT detector || ' ' || subject AS id FROM Finding WHERE verdict = 'rejected'`).map(
      (row) => row.id,
    ),
  );
}

/** Sets or (null) takes back a verdict. Returns false where there is no such finding. */
export function setFindingVerdict(publicId: string, verdict: Verdict | null, nowMs: number): boolean {
  return (
    run('UPDATE Finding SET verdict = ?, verdictMs = ? WHERE publicId = ?', verdict, verdict && nowMs, publicId) === 1
  );
}

/** The service a recipient address was given to; null takes it back. The recipient need not have been written to yet. */
export function setCanary(recipient: string, service: string | null): void {
  run(
    'INSERT INTO Recipient (text, service) VALUES (?, ?) ON CONFLICT (text) DO UPDATE SET service = excluded.service',
    recipient,
    service,
  );
}
