import type { EvidenceFamily, EvidenceRef, OrganisationFacts } from '@/lib/model';
import { isCommonHandle, isCommonMailbox, isCommonMailDomain, isCommonPhone, isProxyText } from './common-desks';
import { referEvents } from './evidence';
import { handleKind } from './handle-groups';
import { emailDomain, isFreemail } from './mail-domains';
import { normalisePostalAddress } from './postal-address';
import { isVariable, templateDomain } from './templates';
import type { WEIGHTS } from './weights';

/** A kind of fact that two organisations can share. */
export type SharedKind = Exclude<keyof typeof WEIGHTS, 'name'>;

/** What kind of evidence each is, and what speaks against it. */
export const SHARED_KINDS: Readonly<Record<SharedKind, { family: EvidenceFamily; against: string }>> = {
  'organisation-handle': { family: 'registry', against: 'finding.shared-contact.against.same-record' },
  handle: { family: 'registry', against: 'finding.shared-contact.against.desk' },
  maintainer: { family: 'registry', against: 'finding.shared-contact.against.maintainer' },
  phone: { family: 'contact', against: 'finding.shared-contact.against.phone' },
  email: { family: 'contact', against: 'finding.shared-contact.against.email' },
  'mail-domain': { family: 'contact', against: 'finding.shared-contact.against.mail-domain' },
  office: { family: 'place', against: 'finding.shared-contact.against.office' },
  building: { family: 'place', against: 'finding.shared-contact.against.building' },
  template: { family: 'behaviour', against: 'finding.sender-template.against.forged' },
};

/** One thing an organisation has that another could have too. */
export interface SharedFact {
  kind: SharedKind;
  /** To compare by. */
  value: string;
  /** As people read it; a phone is formatted only when it is told. */
  shown: string;
  /** The kind and value of a weaker fact that this one includes, so that it is not counted twice. */
  includes: string | null;
  evidence: readonly EvidenceRef[];
}

export function factKey(kind: SharedKind, value: string): string {
  return `${kind}:${value}`;
}

/** Everything of an organisation that can be compared, without what belongs to everybody. */
export function listSharedFacts(organisation: OrganisationFacts): SharedFact[] {
  return [
    ...listRegistryFacts(organisation),
    ...listContactFacts(organisation),
    ...listPlaces(organisation),
    ...listTemplates(organisation),
  ];
}

function listRegistryFacts({ registry, handle, handles }: OrganisationFacts): SharedFact[] {
  const facts: SharedFact[] = [];
  if (handle !== null && !isCommonHandle(handle)) {
    const upper = handle.toUpperCase();
    const evidence = handles.filter((h) => h.value.toUpperCase() === upper).map(toAnswer);
    facts.push({ kind: 'organisation-handle', value: `${registry}:${upper}`, shown: upper, includes: null, evidence });
  }
  for (const fact of handles) {
    const upper = fact.value.toUpperCase();
    if (isCommonHandle(upper) || upper === handle?.toUpperCase()) continue;
    const kind = handleKind(upper);
    if (kind === 'email') {
      // Whoever is named need not work there, so that the mailbox counts and its domain does not.
      const mailbox = upper.toLowerCase();
      const includes = factKey('mail-domain', mailbox.slice(mailbox.lastIndexOf('@') + 1));
      facts.push({ kind, value: mailbox, shown: mailbox, includes, evidence: [toAnswer(fact)] });
    } else
      facts.push({ kind, value: `${registry}:${upper}`, shown: upper, includes: null, evidence: [toAnswer(fact)] });
  }
  return facts;
}

function listContactFacts({ phones, emails }: OrganisationFacts): SharedFact[] {
  const facts: SharedFact[] = [];
  for (const fact of phones) {
    if (isCommonPhone(fact.value)) continue;
    facts.push({ kind: 'phone', value: fact.value, shown: fact.value, includes: null, evidence: [toAnswer(fact)] });
  }
  for (const fact of emails) {
    const email = fact.value.trim().toLowerCase();
    const domain = emailDomain(email);
    if (domain === null) continue;
    const evidence = [toAnswer(fact)];
    if (!isCommonMailbox(email, domain)) {
      facts.push({ kind: 'email', value: email, shown: email, includes: factKey('mail-domain', domain), evidence });
    }
    if (!isCommonMailDomain(domain)) {
      facts.push({ kind: 'mail-domain', value: domain, shown: domain, includes: null, evidence });
    }
  }
  return facts;
}

function listPlaces({ postalAddresses }: OrganisationFacts): SharedFact[] {
  const facts: SharedFact[] = [];
  for (const fact of postalAddresses) {
    const place = isProxyText(fact.value) ? null : normalisePostalAddress(fact.value);
    if (!place) continue;
    const shared = { shown: fact.value, evidence: [toAnswer(fact)] };
    const building = factKey('building', place.building);
    if (place.hasRoom) facts.push({ kind: 'office', value: place.full, includes: building, ...shared });
    facts.push({ kind: 'building', value: place.building, includes: null, ...shared });
  }
  return facts;
}

function listTemplates({ templates }: OrganisationFacts): SharedFact[] {
  const facts: SharedFact[] = [];
  for (const { templateId, pattern, eventIds } of templates) {
    const domain = templateDomain(pattern);
    if (domain === null || isFreemail(domain) || !isVariable(pattern)) continue;
    const evidence = referEvents(eventIds);
    facts.push({ kind: 'template', value: String(templateId), shown: pattern, includes: null, evidence });
  }
  return facts;
}

function toAnswer({ answerId }: { answerId: number }): EvidenceRef {
  return { kind: 'answer', id: answerId };
}
