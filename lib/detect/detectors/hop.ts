import { type AttemptGroup, type Finding, type Message, message } from '@/lib/model';
import type { Detector } from '../detector';
import { MAX_EVIDENCE, referEvents } from '../evidence';
import { isFreemail } from '../mail-domains';
import { isVariable, templateDomain } from '../templates';

const HOUR_MS = 3_600_000;

/** What must be seen before retries count as hops, and why. */
const RULES = {
  /** A later attempt is the next mailing, not a retry: two mailings within half a day are rare. */
  maxGapMs: 12 * HOUR_MS,
  /** One change of address is what any pair of relays does. */
  minHops: 2,
  /** Two addresses in turn are a primary and its fall-back, or one host's IPv4 and IPv6. */
  minAddresses: 3,
  /** Distinct addresses kept per template; beyond it the count says "at least". */
  maxAddresses: 1_000,
} as const;

/** Low even at its best: large legitimate senders retry from a pool of addresses too. */
const WEIGHT = { never: 0.15, mostly: 0.1, fixedSender: 0.1 } as const;

interface Tally {
  templateId: number;
  pattern: string;
  hops: number;
  /** Retries that came from the address refused before. */
  stays: number;
  recipients: number;
  addresses: Set<number>;
  eventIds: number[];
  events: number;
}

/**
 * Hop: the next attempt after a refusal, to the same recipient and with the same sender template,
 * comes from another address. One finding a template, over all its recipients; a template's groups
 * follow each other, so that no more than one is held.
 */
export const hop: Detector<AttemptGroup> = {
  id: 'hop',
  families: ['behaviour'],
  maxWeight: WEIGHT.never,
  spoofable: true,
  detect(groups) {
    const findings: Finding[] = [];
    let tally: Tally | null = null;
    const close = (): void => {
      if (tally !== null && isHopping(tally)) findings.push(report(tally));
    };
    for (const group of groups) {
      if (isWorthless(group.pattern)) continue;
      if (tally?.templateId !== group.templateId) {
        close();
        tally = startTally(group);
      }
      addGroup(tally, group);
    }
    close();
    return findings;
  },
};

/** The null sender is everybody's, and so is a freemail domain: their retries tell nothing. */
function isWorthless(pattern: string): boolean {
  const domain = templateDomain(pattern);
  return domain === null || isFreemail(domain);
}

function isHopping({ hops, stays, addresses }: Tally): boolean {
  return hops >= RULES.minHops && addresses.size >= RULES.minAddresses && stays < hops;
}

function addGroup(tally: Tally, group: AttemptGroup): void {
  let previous: AttemptGroup['attempts'][number] | null = null;
  let noted = -1;
  let hopped = false;
  for (const attempt of group.attempts) {
    if (attempt.addressId === null) continue;
    if (previous && attempt.timeMs - previous.timeMs <= RULES.maxGapMs) {
      if (previous.addressId === attempt.addressId) tally.stays++;
      else {
        tally.hops++;
        hopped = true;
        for (const { addressId, eventId } of [previous, attempt]) {
          if (addressId !== null && tally.addresses.size < RULES.maxAddresses) tally.addresses.add(addressId);
          // The end of one hop is often the start of the next.
          if (eventId === noted) continue;
          noted = eventId;
          tally.events++;
          if (tally.eventIds.length < MAX_EVIDENCE) tally.eventIds.push(eventId);
        }
      }
    }
    previous = attempt;
  }
  if (hopped) tally.recipients++;
}

function startTally({ templateId, pattern }: AttemptGroup): Tally {
  return { templateId, pattern, hops: 0, stays: 0, recipients: 0, addresses: new Set(), eventIds: [], events: 0 };
}

function report(tally: Tally): Finding {
  const { templateId, pattern, hops, stays, recipients, addresses, eventIds } = tally;
  const against: Message[] = [message('finding.hop.against.large-senders')];
  if (stays > 0) against.push(message('finding.hop.against.same-address', { stays }));
  if (!isVariable(pattern)) against.push(message('finding.hop.against.fixed-sender'));
  return {
    detector: 'hop',
    subject: `template:${templateId}`,
    sentence: message('finding.hop.sentence', { pattern, hops, stays, recipients, addresses: addresses.size }),
    family: 'behaviour',
    weight: !isVariable(pattern) ? WEIGHT.fixedSender : stays > 0 ? WEIGHT.mostly : WEIGHT.never,
    entities: [{ kind: 'template', id: templateId }],
    // Made when asked for, as that of the sender's template.
    get evidence() {
      return referEvents(eventIds);
    },
    evidenceTotal: tally.events,
    against,
  };
}
