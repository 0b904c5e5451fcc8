import { filterHref } from '@/components/events/events-href';
import { type Filter, idValue, withSpan } from '@/lib/filter';
import { cache } from 'react';
import type { NetworkView } from '@/components/operators/operator-networks';
import type { ReasonView } from '@/components/operators/reason-list';
import { addressCells } from '@/components/ui/address-cells';
import { readNetworkAddresses } from '@/lib/db/read/networks';
import { type OperatorActivity, readOperatorActivity } from '@/lib/db/read/operator-activity';
import { readAnswerSources, readRegisteredFacts } from '@/lib/db/read/operator-facts';
import { type OperatorDossier, type OperatorNetwork, readOperator, type ToldReason } from '@/lib/db/read/operators';
import { formatWeight } from '@/lib/messages';
import { readAcceptedClients, readAcceptedShare } from '@/lib/db/read/sightings';
import { acceptedParams, acceptedState, type AcceptedShare, type Message, message } from '@/lib/model';
import type { ListPage } from '../list-page';
import { localOffset } from '../local-offset';
import { placeClients } from '../place-clients';
import { fillTimeline } from './fill-timeline';

/** Accepted clients shown; their number is said. */
const MOST_CLIENTS = 200;

/** The dossier of an operator, read once a request: its title wants it too. */
export const findOperator = cache(readOperator);

/** An operator's page as plain data, with a part of its networks; undefined where there is no such operator. */
export async function loadOperator(publicId: string, page: ListPage) {
  const operator = findOperator(publicId);
  if (!operator) return undefined;
  const activity = await readOperatorActivity(publicId);
  const members = new Set(operator.organisations.map(({ id }) => id));
  const isSingle = ({ organisationId }: OperatorNetwork): boolean =>
    organisationId === null || !members.has(organisationId);
  const networks = operator.networkList
    .slice(page.offset, page.offset + page.limit)
    .map((network) => networkView(network, isSingle(network)));
  const ranges = operator.networkList.map(({ range }) => range);
  const accepted = readAcceptedShare(ranges, operator.origin);
  const total = operator.networkList.length;
  const seen = operator.networkList.filter(({ events }) => events > 0).length;
  const counting = operator.reasons.filter((reason) => stateOf(reason) === 'counts');
  const { name, standing, verdict, verdictMs, current, organisations, splitOff } = operator;
  const { templates, recipients, utcOffsetMinutes } = activity;
  return {
    ...{ name, standing, verdict, verdictMs, current, organisations, splitOff, utcOffsetMinutes, networks },
    scoreText: formatWeight(operator.score),
    lead: { sentences: leadSentences(operator, activity, seen, accepted) },
    accepted,
    acceptedClients:
      acceptedState(accepted) === 'some'
        ? placeClients(readAcceptedClients(ranges, operator.origin, MOST_CLIENTS), operator.networkList)
        : [],
    counts: { seen, silent: total - seen },
    networkTotal: total,
    canSplit: organisations.length + operator.networkList.filter(isSingle).length > 1,
    reasons: operator.reasons.map(reasonView),
    against: distinct(counting.flatMap(({ against }) => against)),
    aside: {
      timeline: timelineOf(publicId, activity),
      registered: registeredOf(operator.id),
      ...{ templates, recipients },
      addresses: operator.addresses,
    },
  };
}

function networkView(network: OperatorNetwork, single: boolean): NetworkView {
  const { id, text, range, organisation, organisationId, events, addresses } = network;
  const cells = addressCells(range, readNetworkAddresses(id));
  return { id, text, organisation, organisationId, events, addresses, cells, single };
}

function leadSentences(
  { events, networkList, addresses }: OperatorDossier,
  { templates, firstMs, lastMs, retries: { retried, fromSameAddress } }: OperatorActivity,
  seen: number,
  accepted: AcceptedShare,
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
    const retries = retried === 0 ? 'none' : fromSameAddress === 0 ? 'hopping' : 'mixed';
    sentences.push(
      templates.length === 1 && carried === events
        ? message('page.operators.lead.one-template', { retries })
        : message('page.operators.lead.templates', { count: templates.length, retries }),
    );
  }
  sentences.push(message('page.operators.lead.accepted', acceptedParams(accepted)));
  return sentences;
}

function reasonView(finding: ToldReason): ReasonView {
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
    state: stateOf(finding),
  };
}

function stateOf({ verdict, current, counts }: ToldReason): ReasonView['state'] {
  if (verdict === 'rejected') return 'rejected';
  if (!current) return 'gone';
  return counts ? 'counts' : 'aside';
}

function distinct(sentences: readonly Message[]): Message[] {
  return [...new Map(sentences.map((sentence) => [JSON.stringify(sentence), sentence])).values()];
}

const ofOperator = (publicId: string): Filter => ({
  terms: [{ field: 'operator', negated: false, values: [idValue(publicId)] }],
});

function timelineOf(publicId: string, { timeline: { unit, points } }: OperatorActivity) {
  return {
    unit,
    buckets: fillTimeline(points, unit, (from, to) =>
      filterHref('/events', withSpan(ofOperator(publicId), from, to + 1, 0)),
    ),
  };
}

function registeredOf(operatorId: number) {
  const { asked, ...facts } = readRegisteredFacts(operatorId);
  return { ...facts, asked: asked && { ...asked, utcOffsetMinutes: localOffset(asked.askedMs) } };
}
