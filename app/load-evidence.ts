import type { EvidenceView } from '@/components/evidence/evidence-drawer';
import { markedLines } from '@/components/evidence/marked-lines';
import { readAnswers, readEventLines } from '@/lib/db/read/evidence';
import { recordParts } from '@/lib/maillog';
import type { EvidenceRef, Message } from '@/lib/model';
import { localOffset } from './local-offset';

/**
 * Reads what these references point to, as plain data for the drawer.
 * @param sentences what is claimed: the answers' lines that hold its values are marked
 */
export function loadEvidence(refs: readonly EvidenceRef[], sentences: readonly Message[] = []): EvidenceView {
  const values = sentences
    .flatMap(({ params }) => Object.entries(params))
    // A registry names itself in every answer: that marks nothing.
    .flatMap(([name, value]) => (name !== 'registry' && typeof value === 'string' ? [value] : []));
  const idsOf = (kind: EvidenceRef['kind']): number[] => refs.filter((ref) => ref.kind === kind).map((ref) => ref.id);
  return {
    lines: readEventLines(idsOf('event')).map((line) => ({
      ...line,
      parts: recordParts(line.text),
    })),
    answers: readAnswers(idsOf('answer')).map((answer) => ({
      ...answer,
      utcOffsetMinutes: localOffset(answer.askedMs),
      marked: markedLines(answer.text, values),
    })),
    total: refs.length,
  };
}
