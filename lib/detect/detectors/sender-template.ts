import { type Finding, message, type TemplateUse } from '@/lib/model';
import type { Detector } from '../detector';
import { referEvents } from '../evidence';
import { isFreemail } from '../mail-domains';
import { isVariable, templateDomain } from '../templates';
import { WEIGHTS } from '../weights';

/** What must be seen before a template counts, and why. */
const RULES = {
  /** Two alike may be chance, three are a habit. */
  minEvents: 3,
  /** The variable part was seen to vary … */
  minSenders: 2,
  /** … or one sender was seen at several addresses. */
  minAddresses: 2,
} as const;

/** A number that never changed may be part of a name. */
const UNVARIED_WEIGHT = 0.1;

/**
 * Sender template: senders that differ only in a number, a token or the recipient written into them.
 * Such a sender tells the sending side which recipient refused, and so which addresses are alive.
 */
export const senderTemplateUse: Detector<TemplateUse> = {
  id: 'sender-template',
  families: ['behaviour'],
  maxWeight: WEIGHTS.template,
  spoofable: true,
  detect(groups) {
    const findings: Finding[] = [];
    for (const use of groups) if (isHabit(use)) findings.push(report(use));
    return findings;
  },
};

function isHabit({ pattern, events, senders, addresses }: TemplateUse): boolean {
  const domain = templateDomain(pattern);
  if (domain === null || isFreemail(domain) || !isVariable(pattern)) return false;
  return events >= RULES.minEvents && (senders >= RULES.minSenders || addresses >= RULES.minAddresses);
}

function report(use: TemplateUse): Finding {
  const { pattern, events, addresses, senders, recipients, firstAt, lastAt, eventIds } = use;
  const varied = senders >= RULES.minSenders;
  return {
    detector: 'sender-template',
    subject: `template:${use.templateId}`,
    sentence: message(varied ? 'finding.sender-template.sentence' : 'finding.sender-template.sentence-unvaried', {
      pattern,
      events,
      addresses,
      senders,
      recipients,
      firstAt,
      lastAt,
    }),
    family: 'behaviour',
    weight: varied ? WEIGHTS.template : UNVARIED_WEIGHT,
    entities: [{ kind: 'template', id: use.templateId }],
    // Made when asked for: a log may have tens of thousands of templates, and numbers take a tenth of the room.
    get evidence() {
      return referEvents(eventIds);
    },
    evidenceTotal: events,
    against: [
      message('finding.sender-template.against.forged'),
      message('finding.sender-template.against.newsletters'),
    ],
  };
}
