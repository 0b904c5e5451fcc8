import { type EntityRef, type Finding, message, type NetworkFacts } from '@/lib/model';
import type { Detector } from '../detector';
import { MAX_EVIDENCE, referAnswers } from '../evidence';
import { groupByHandle, handleKind, type HandleGroup, weighHandle } from '../handle-groups';
import { SHARED_KINDS } from '../shared-facts';
import { WEIGHTS } from '../weights';

/**
 * Shared handle: one contact is named on several networks, whoever holds them. This is what ties the
 * networks of one organisation to each other, and networks nobody has asked about yet to those we
 * know. One finding a contact; it belongs to `shared-contact`, whose other half compares organisations.
 */
export const sharedHandle: Detector<NetworkFacts> = {
  id: 'shared-contact',
  families: ['registry', 'contact'],
  maxWeight: WEIGHTS.handle,
  spoofable: false,
  detect(networks) {
    const findings: Finding[] = [];
    for (const [subject, group] of groupByHandle(networks)) {
      if (group.networks.size > 1) findings.push(report(subject, group));
    }
    return findings;
  },
};

function report(subject: string, group: HandleGroup): Finding {
  const organisations = new Set<number>();
  const answerIds: number[] = [];
  let seen = 0;
  for (const network of group.networks.values()) {
    if (network.organisationId !== null) organisations.add(network.organisationId);
    answerIds.push(...network.answerIds);
    if (network.seen) seen++;
  }
  const ids = [...group.networks.keys()].sort((a, b) => a - b);
  return {
    detector: 'shared-contact',
    subject,
    sentence: message('finding.shared-contact.networks', {
      handle: group.handle,
      registry: group.registry.toUpperCase(),
      networks: ids.length,
      organisations: organisations.size,
      seen,
    }),
    family: SHARED_KINDS[handleKind(group.handle)].family,
    weight: weighHandle(group, organisations.size),
    entities: [
      ...ids.slice(0, MAX_EVIDENCE).map((id): EntityRef => ({ kind: 'network', id })),
      ...[...organisations]
        .sort((a, b) => a - b)
        .slice(0, MAX_EVIDENCE)
        .map(toOrganisation),
    ],
    ...referAnswers(answerIds),
    against: [message('finding.shared-contact.against.desk')],
  };
}

function toOrganisation(id: number): EntityRef {
  return { kind: 'organisation', id };
}
