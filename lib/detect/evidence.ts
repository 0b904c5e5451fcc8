import type { EvidenceRef } from '@/lib/model';

/** A finding carries at most this many references; `evidenceTotal` says of how many. */
export const MAX_EVIDENCE = 100;

/** References to log lines, the first {@link MAX_EVIDENCE} of them. */
export function referEvents(eventIds: readonly number[]): EvidenceRef[] {
  return eventIds.slice(0, MAX_EVIDENCE).map((id) => ({ kind: 'event', id }));
}

/** References to registry answers, each once, in ascending order, with how many there are in all. */
export function referAnswers(answerIds: Iterable<number>): { evidence: EvidenceRef[]; evidenceTotal: number } {
  const distinct = [...new Set(answerIds)].sort((a, b) => a - b);
  return {
    evidence: distinct.slice(0, MAX_EVIDENCE).map((id) => ({ kind: 'answer', id })),
    evidenceTotal: distinct.length,
  };
}
