import type { NetworkFacts, OrganisationFacts, Sourced } from '@/lib/model';
import { all } from '../connection';

/** Normal forms, handed in because they are the detectors' knowledge. */
export interface FactNormal {
  organisationKey(name: string): string;
  /** The domain of a mailbox where it is the organisation's own, null for a mail provider's. */
  ownDomain(email: string): string | null;
}

interface ContactRow {
  registry: string;
  handle: string;
  organisation: string | null;
  email: string | null;
  phoneE164: string | null;
  postalAddress: string | null;
  proxy: number;
  answerId: number;
}

/** Every network with the contacts named on it and the refusals seen from it. */
export function networkFacts(): NetworkFacts[] {
  const named = new Map<number, Array<NetworkFacts['contacts'][number]>>();
  for (const { networkId, ...contact } of all<{
    networkId: number;
    handle: string;
    registry: string;
    answerId: number;
  }>(
    `SELECT nc.networkId, c.handle, c.registry, nc.answerId FROM NetworkContact nc JOIN Contact c ON c.id = nc.contactId
     ORDER BY nc.networkId, c.handle, nc.role = 'referred' DESC`,
  )) {
    const contacts = named.get(networkId) ?? [];
    if (!contacts.some((known) => known.handle === contact.handle && known.registry === contact.registry))
      contacts.push(contact);
    named.set(networkId, contacts);
  }
  return all<{ id: number; text: string; organisationId: number | null; events: number }>(
    `SELECT n.id, n.text, n.organisationId, coalesce(sum(a.events), 0) AS events
     FROM Network n LEFT JOIN Address a ON a.networkId = n.id GROUP BY n.id ORDER BY n.id`,
  ).map((network) => ({ ...network, contacts: named.get(network.id) ?? [] }));
}

/**
 * Everything known of each organisation. A contact's phone, mailbox and office are the organisation's own
 * only where the contact says it works there: a technical contact shared by two companies must not make
 * them share a phone.
 */
export function organisationFacts(normal: FactNormal): OrganisationFacts[] {
  const domains = new Map(
    all<ContactRow>(
      `SELECT registry, handle, organisation, email, phoneE164, postalAddress, proxy, answerId FROM Contact WHERE registry = 'jprs' AND detailed = 1`,
    ).map((row) => [row.handle, row]),
  );
  const contactsOf = groupBy(
    all<ContactRow & { organisationId: number }>(
      `SELECT DISTINCT n.organisationId, c.registry, c.handle, c.organisation, c.email, c.phoneE164, c.postalAddress, c.proxy, c.answerId
       FROM Network n JOIN NetworkContact nc ON nc.networkId = n.id JOIN Contact c ON c.id = nc.contactId
       WHERE n.organisationId IS NOT NULL ORDER BY c.id`,
    ),
  );
  const networksOf = groupBy(
    all<{ organisationId: number; id: number; abuseEmail: string | null; answerId: number; events: number }>(
      `SELECT n.organisationId, n.id, n.abuseEmail, n.answerId, coalesce(sum(a.events), 0) AS events FROM Network n
       LEFT JOIN Address a ON a.networkId = n.id WHERE n.organisationId IS NOT NULL GROUP BY n.id ORDER BY n.id`,
    ),
  );
  return all<{
    id: number;
    registry: string;
    key: string;
    handle: string | null;
    name: string;
    phone: string | null;
    email: string | null;
    postalAddress: string | null;
    answerId: number;
  }>('SELECT id, registry, key, handle, name, phone, email, postalAddress, answerId FROM Organisation ORDER BY id').map(
    (organisation) => {
      const contacts = contactsOf.get(organisation.id) ?? [];
      const networks = networksOf.get(organisation.id) ?? [];
      const nameKey = normal.organisationKey(organisation.name);
      const own = contacts.filter((c) => c.organisation !== null && normal.organisationKey(c.organisation) === nameKey);
      const emails: Sourced<string>[] = [
        ...own.flatMap((c) => sourced(c.email, c.answerId)),
        ...networks.flatMap((n) => sourced(n.abuseEmail, n.answerId)),
        ...sourced(organisation.email, organisation.answerId),
      ];
      const ownDomains = new Set(emails.flatMap(({ value }) => normal.ownDomain(value) ?? []));
      const offices = [...ownDomains].flatMap((domain) => domains.get(domain) ?? []).filter((row) => row.proxy === 0);
      return {
        id: organisation.id,
        registry: organisation.registry,
        handle: organisation.handle,
        name: organisation.name,
        networkIds: networks.map((n) => n.id),
        handles: unique(contacts.map((c) => ({ value: c.handle, answerId: c.answerId }))),
        phones: unique([...own, ...offices].flatMap((c) => sourced(c.phoneE164, c.answerId))),
        emails: unique(emails),
        postalAddresses: unique([
          ...[...own, ...offices].flatMap((c) => sourced(c.postalAddress, c.answerId)),
          ...sourced(organisation.postalAddress, organisation.answerId),
        ]),
        templates: templatesOf(organisation.id),
        events: networks.reduce((sum, n) => sum + n.events, 0),
      };
    },
  );
}

function templatesOf(organisationId: number): OrganisationFacts['templates'] {
  return all<{ templateId: number; pattern: string; events: number; ids: string }>(
    `SELECT e.templateId, t.pattern, count(*) AS events, json_group_array(e.id) AS ids
     FROM Network n JOIN Address a ON a.networkId = n.id JOIN Event e ON e.addressId = a.id JOIN Template t ON t.id = e.templateId
     WHERE n.organisationId = ? AND t.variable = 1 GROUP BY e.templateId ORDER BY events DESC LIMIT 20`,
    organisationId,
  ).map(({ ids, ...template }) => ({ ...template, eventIds: numbers(ids).slice(0, 100) }));
}

function numbers(json: string): number[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((item): item is number => typeof item === 'number') : [];
}

const sourced = (value: string | null, answerId: number): Sourced<string>[] =>
  value === null || value === '' ? [] : [{ value, answerId }];

/** The first source of each value. */
function unique(facts: Sourced<string>[]): Sourced<string>[] {
  const seen = new Map<string, Sourced<string>>();
  for (const fact of facts) if (!seen.has(fact.value)) seen.set(fact.value, fact);
  return [...seen.values()];
}

function groupBy<Row extends { organisationId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.organisationId);
    if (group) group.push(row);
    else groups.set(row.organisationId, [row]);
  }
  return groups;
}
