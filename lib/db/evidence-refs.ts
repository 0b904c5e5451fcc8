import type { EvidenceRef } from '@/lib/model';

/** Evidence as it is kept: the id of an event as it is, that of an answer below zero. */
export function encodeEvidence(evidence: readonly EvidenceRef[]): string {
  return JSON.stringify(evidence.map(({ kind, id }) => (kind === 'event' ? id : -id)));
}

export function decodeEvidence(text: string): EvidenceRef[] {
  return (JSON.parse(text) as number[]).map((id) => (id > 0 ? { kind: 'event', id } : { kind: 'answer', id: -id }));
}
