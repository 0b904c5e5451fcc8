import type { EvidenceView } from '@/components/evidence/evidence-drawer';
import { markedLines } from '@/components/evidence/marked-lines';
import { readAnswers, readEventLines } from '@/lib/db/read/evidence';
import { readSightings } from '@/lib/db/read/sightings';
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
  const lines = readEventLines(idsOf('event')).map((line) => ({ ...line, parts: recordParts(line.text) }));
  return {
    lines,
    also: findAlsoSeen(lines),
    answers: readAnswers(idsOf('answer')).map((answer) => ({
      ...answer,
      utcOffsetMinutes: localOffset(answer.askedMs),
      marked: markedLines(answer.text, values),
    })),
    total: refs.length,
  };
}

/** What else is known of the clients in these lines. */
function findAlsoSeen(lines: EvidenceView['lines']): EvidenceView['also'] {
  const addresses = lines.flatMap(({ text, parts }) =>
    parts.flatMap(({ part, start, end }) => (part === 'address' ? [text.slice(start, end)] : [])),
  );
  return [...new Set(addresses)].flatMap((address) => {
    const seen = readSightings(address);
    return seen ? [{ address, ...seen }] : [];
  });
}
