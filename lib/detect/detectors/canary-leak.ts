import { type CanaryUse, type EntityRef, type Finding, message } from '@/lib/model';
import type { Detector } from '../detector';
import { MAX_EVIDENCE, referEvents } from '../evidence';
import { compareNames, normaliseOrganisationName } from '../organisation-name';

/** An address given to one service only leaves little room for doubt; still less where we know who writes to it. */
const WEIGHT = { known: 0.97, unknown: 0.8 } as const;

/** From here on the writer is taken for the service itself. */
const SAME_NAME = 0.8;

interface Leak {
  service: string;
  recipientIds: number[];
  organisations: Map<number, string>;
  events: number;
  firstAt: number;
  eventIds: number[];
}

/**
 * Canary leak: somebody else than the one service that was given an address writes to it. One finding
 * a service, over all the addresses it was given. Where every writer we know is named like the
 * service, it is the service that writes, and nothing has leaked.
 */
export const canaryLeak: Detector<CanaryUse> = {
  id: 'canary-leak',
  families: ['leak'],
  maxWeight: WEIGHT.known,
  spoofable: false,
  detect(groups) {
    const leaks = new Map<string, Leak>();
    for (const use of groups) {
      const name = normaliseOrganisationName(use.service);
      const others = use.organisations.filter((o) => !isNamedLike(name, o.name));
      if (name === '' || use.events === 0 || (others.length === 0 && use.organisations.length > 0)) continue;
      addUse(leaks, name, { ...use, organisations: others });
    }
    return [...leaks].map(([name, leak]) => report(name, leak));
  },
};

function isNamedLike(service: string, organisation: string): boolean {
  return compareNames(service, normaliseOrganisationName(organisation)) >= SAME_NAME;
}

function addUse(leaks: Map<string, Leak>, name: string, use: CanaryUse): void {
  let leak = leaks.get(name);
  if (!leak) {
    const { service, firstAt } = use;
    leak = { service, recipientIds: [], organisations: new Map(), events: 0, firstAt, eventIds: [] };
    leaks.set(name, leak);
  }
  leak.recipientIds.push(use.recipientId);
  for (const { id, name: organisation } of use.organisations) leak.organisations.set(id, organisation);
  leak.events += use.events;
  leak.firstAt = Math.min(leak.firstAt, use.firstAt);
  for (const id of use.eventIds) if (leak.eventIds.length < MAX_EVIDENCE) leak.eventIds.push(id);
}

function report(name: string, leak: Leak): Finding {
  const { service, recipientIds, organisations, events, firstAt } = leak;
  const first = organisations.values().next().value;
  const shared = { service, recipients: recipientIds.length, events, firstAt };
  const entities: EntityRef[] = [
    ...[...organisations.keys()].map((id): EntityRef => ({ kind: 'organisation', id })),
    ...recipientIds.slice(0, MAX_EVIDENCE).map((id): EntityRef => ({ kind: 'recipient', id })),
  ];
  return {
    detector: 'canary-leak',
    subject: `service:${name}`,
    sentence:
      first === undefined
        ? message('finding.canary-leak.sentence-unknown', shared)
        : message('finding.canary-leak.sentence', { ...shared, organisation: first, others: organisations.size - 1 }),
    family: 'leak',
    weight: first === undefined ? WEIGHT.unknown : WEIGHT.known,
    entities,
    evidence: referEvents(leak.eventIds),
    evidenceTotal: events,
    against: [
      message('finding.canary-leak.against.used-elsewhere', { service, recipients: recipientIds.length }),
      message('finding.canary-leak.against.own-mailer', { service }),
    ],
  };
}
