import { countOperatorRecipients, readCaseRecipients, readCaseUploads, readOperatorEventIds } from '@/lib/db/read/case';
import { readAnswers, readEventLines } from '@/lib/db/read/evidence';
import type { StoredFinding } from '@/lib/db/read/findings';
import type { OperatorActivity } from '@/lib/db/read/operator-activity';
import { type OperatorDossier, readOperator } from '@/lib/db/read/operators';
import { readAcceptedShare, readSightingSpan } from '@/lib/db/read/sightings';
import { recordParts } from '@/lib/maillog';
import { type Case, formatPrefix, message, rangeToPrefixes, UserError } from '@/lib/model';

/** Lines and answers a report carries; it says how many refusals there are in all. */
const MOST_LINES = 200;
const MOST_ANSWERS = 200;

/**
 * All that a report on an operator says, in plain data.
 * @param activity what it did, as {@link readOperatorActivity} tells
 * @throws UserError where the operator is unknown, rejected, or nothing was refused from it.
 */
export function buildCase(operatorPublicId: string, activity: OperatorActivity): Case {
  const operator = readOperator(operatorPublicId);
  if (!operator) throw new UserError('not-found', message('services.operator.unknown', { id: operatorPublicId }));
  const { name } = operator;
  const { firstMs, lastMs, utcOffsetMinutes, templates } = activity;
  if (operator.verdict === 'rejected') throw new UserError('refused', message('services.report.rejected', { name }));
  if (firstMs === null || lastMs === null)
    throw new UserError('conflict', message('services.report.no-events', { name }));

  const reasons = operator.reasons.filter((reason) => reason.current && reason.verdict !== 'rejected');
  const eventIds = chooseEvents(operator, reasons);
  const lines = readEventLines(eventIds);
  const answers = readAnswers(chooseAnswers(operator, reasons));
  const uploads = readCaseUploads(operator.id, eventIds);
  const shownLines = new Set(lines.map(({ id }) => id));
  const shownAnswers = new Set(answers.map(({ id }) => id));
  return {
    id: operator.publicId,
    name,
    sample:
      operator.origin === 'sample' &&
      uploads.every(({ origin }) => origin === 'sample') &&
      answers.every(({ source }) => source === 'sample'),
    standing: operator.standing,
    score: operator.score,
    confirmedAt: operator.verdict === 'confirmed' ? operator.verdictMs : null,
    utcOffsetMinutes,
    organisations: operator.organisations.map(({ name: held, handle, registry }) => ({ name: held, handle, registry })),
    summary: {
      events: operator.events,
      addresses: operator.networkList.reduce((sum, network) => sum + network.addresses, 0),
      recipients: countOperatorRecipients(operator.id),
      firstAt: firstMs,
      lastAt: lastMs,
    },
    accepted: {
      ...readAcceptedShare(
        operator.networkList.map(({ range }) => range),
        operator.origin,
      ),
      span: readSightingSpan(operator.origin) ?? null,
    },
    networks: operator.networkList.map(({ range, organisation, events, addresses }) => ({
      prefixes: rangeToPrefixes(range).map(formatPrefix),
      organisation,
      events,
      addresses,
    })),
    reasons: reasons.map(({ sentence, weight, counts, evidence, against }) => ({
      sentence,
      weight,
      counts,
      lines: idsOf(evidence, 'event').filter((id) => shownLines.has(id)),
      answers: idsOf(evidence, 'answer').filter((id) => shownAnswers.has(id)),
      against,
    })),
    templates: templates.map(({ pattern, events }) => ({ pattern, events })),
    lines: lines.map(({ id, upload, line, text }) => ({
      id,
      upload: upload.name,
      line,
      text,
      parts: recordParts(text),
    })),
    answers: answers.map(({ id, server, query, askedMs, sha256, source, text, purgedMs }) => ({
      id,
      server,
      query,
      askedAt: askedMs,
      sha256,
      origin: source,
      text,
      deletedAt: purgedMs,
    })),
    recipients: readCaseRecipients(
      operator.id,
      eventIds,
      reasons.flatMap(({ entities }) => entities.flatMap(({ kind, id }) => (kind === 'recipient' ? [id] : []))),
    ),
    uploads: uploads.map(({ name: file, sha256, lines: total, events }) => ({
      name: file,
      sha256: sha256 ?? '',
      lines: total,
      events,
    })),
  };
}

function idsOf(evidence: StoredFinding['evidence'], kind: 'event' | 'answer'): number[] {
  return evidence.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
}

/** What the reasons rest on comes first, then the operator's refusals from the oldest on. */
function chooseEvents(operator: OperatorDossier, reasons: readonly StoredFinding[]): number[] {
  const ids = new Set(reasons.flatMap(({ evidence }) => idsOf(evidence, 'event')));
  for (const id of readOperatorEventIds(operator.id, MOST_LINES)) ids.add(id);
  return [...ids].slice(0, MOST_LINES);
}

/** What the reasons rest on, then what says whose the networks are. */
function chooseAnswers(operator: OperatorDossier, reasons: readonly StoredFinding[]): number[] {
  const ids = new Set(reasons.flatMap(({ evidence }) => idsOf(evidence, 'answer')));
  for (const { answerId } of operator.networkList) ids.add(answerId);
  return [...ids].slice(0, MOST_ANSWERS);
}
