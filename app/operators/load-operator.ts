import type { TimelineUnit } from '@/components/charts/timeline-bucket';
import type { ReasonView } from '@/components/operators/reason-list';
import { addressCells } from '@/components/ui/address-cells';
import type { StoredFinding } from '@/lib/db/read/findings';
import { readNetworkAddresses } from '@/lib/db/read/networks';
import { readAnswerSources, readRegisteredFacts, readRetries } from '@/lib/db/read/operator-facts';
import { type OperatorDossier, readOperator, readOperatorTimeline } from '@/lib/db/read/operators';
import { formatWeight } from '@/lib/messages';
import { type Message, message } from '@/lib/model';
import { localOffset } from '../local-offset';
import { fillTimeline } from './fill-timeline';

const TWO_WEEKS_MS = 14 * 86_400_000;

/** An operator's page as plain data; undefined where there is no such operator. */
export function loadOperator(publicId: string) {
  const operator = readOperator(publicId);
  if (!operator) return undefined;
  const members = new Set(operator.organisations.map(({ id }) => id));
  const networks = operator.networkList.map(({ id, text, range, organisation, organisationId, events, addresses }) => ({
    ...{ id, text, organisation, organisationId, events, addresses },
    cells: addressCells(range, readNetworkAddresses(id)),
    single: organisationId === null || !members.has(organisationId),
  }));
  const seen = networks.filter(({ events }) => events > 0).length;
  const counting = operator.reasons.filter(({ current, verdict }) => current && verdict !== 'rejected');
  const { name, standing, verdict, verdictMs, current, organisations, utcOffsetMinutes } = operator;
  return {
    ...{ name, standing, verdict, verdictMs, current, organisations, utcOffsetMinutes, networks },
    scoreText: formatWeight(operator.score),
    lead: { sentences: leadSentences(operator, seen) },
    counts: { seen, silent: networks.length - seen },
    canSplit: organisations.length + networks.filter(({ single }) => single).length > 1,
    reasons: operator.reasons.map(reasonView),
    against: distinct(counting.flatMap(({ against }) => against)),
    aside: {
      timeline: timelineOf(operator),
      registered: registeredOf(operator.id),
      templates: operator.templates,
      recipients: operator.recipients,
      addresses: operator.addresses,
    },
  };
}

function leadSentences(
  { id, events, networkList, addresses, templates, firstMs, lastMs }: OperatorDossier,
  seen: number,
): Message[] {
  const sentences: Message[] = [];
  if (firstMs === null || lastMs === null)
    sentences.push(message('page.operators.lead.silent', { networks: networkList.length }));
  else {
    const seenAddresses = networkList.reduce((sum, network) => sum + network.addresses, 0);
    sentences.push(
      message('page.operators.lead.refusals', {
        ...{ events, addresses: Math.max(seenAddresses, addresses.length), seen, networks: networkList.length },
        ...{ firstAt: firstMs, lastAt: lastMs },
      }),
    );
    const carried = templates.reduce((sum, template) => sum + template.events, 0);
    const { retried, fromSameAddress } = readRetries(id);
    const retries = retried === 0 ? 'none' : fromSameAddress === 0 ? 'hopping' : 'mixed';
    sentences.push(
      templates.length === 1 && carried === events
        ? message('page.operators.lead.one-template', { retries })
        : message('page.operators.lead.templates', { count: templates.length, retries }),
    );
  }
  sentences.push(message('page.operators.lead.unchecked'));
  return sentences;
}

function reasonView(finding: StoredFinding): ReasonView {
  const answers = finding.evidence.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
  const source = readAnswerSources(answers)[0];
  return {
    publicId: finding.publicId,
    sentence: finding.sentence,
    family: finding.family,
    weight: finding.weight,
    lines: finding.evidence.length - answers.length,
    answers: answers.length,
    source: source
      ? {
          server: source.server,
          query: source.query,
          askedMs: source.askedMs,
          utcOffsetMinutes: localOffset(source.askedMs),
          pasted: source.source === 'pasted',
        }
      : null,
    state: finding.verdict === 'rejected' ? 'rejected' : finding.current ? 'counts' : 'gone',
  };
}

function distinct(sentences: readonly Message[]): Message[] {
  return [...new Map(sentences.map((sentence) => [JSON.stringify(sentence), sentence])).values()];
}

function timelineOf({ id, publicId, firstMs, lastMs }: OperatorDossier) {
  const spanMs = (lastMs ?? 0) - (firstMs ?? 0);
  const unit: TimelineUnit = spanMs > TWO_WEEKS_MS ? 'day' : 'hour';
  return {
    unit,
    buckets: fillTimeline(
      readOperatorTimeline(id, spanMs),
      unit,
      (from, to) => `/events?operator=${publicId}&from=${from}&to=${to}`,
    ),
  };
}

function registeredOf(operatorId: number) {
  const { asked, ...facts } = readRegisteredFacts(operatorId);
  return { ...facts, asked: asked && { ...asked, utcOffsetMinutes: localOffset(asked.askedMs) } };
}
