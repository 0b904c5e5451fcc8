import { formatRange, type Network } from '@/lib/model';
import { insert, one } from '../connection';
import { rangeBytes } from '../range-bytes';
import { assignAddresses } from './assign-addresses';
import { nameContact } from './contact-rows';
import { type FactStoring, type Known, mayOverwrite, overwrite } from './fact-storing';
import { storeNamedContacts } from './named-contacts';
import { storeOrganisation } from './organisation-rows';

/** Writes what a network's own entry says: its holder, its contacts, and the addresses inside it. */
export function storeNetwork(storing: FactStoring, network: Network): void {
  const [first, last] = rangeBytes(network.range);
  const known = one<Known>(
    'SELECT id, detailed, origin, answerId FROM Network WHERE registry = ? AND firstBytes = ? AND lastBytes = ?',
    network.registry,
    first,
    last,
  );
  // Before the network, so that an organisation's new name is the organisation's change alone.
  const { organisation } = network;
  const holder = organisation && storeOrganisation(storing, network.registry, organisation.name, organisation.handle);
  const replaces = mayOverwrite(storing, 'network', known);
  const id = overwrite(storing, 'network', known, (whole) => writeNetwork(storing, network, holder, whole));
  const detailed = known?.detailed === 1 || storing.isWhole;
  storing.stored.networks.push({ id, text: formatRange(network.range), detailed });
  storing.told.set(id, known === undefined);
  const named = network.contacts.map(({ handle, role }) => ({
    id: nameContact(storing, registryOfHandle(handle, network.registry), handle),
    role,
  }));
  storeNamedContacts(storing, id, named, known?.detailed === 1 && replaces);
  assignAddresses(id);
}

/**
 * @param holder the row of the organisation it is registered to
 * @param whole true where what the entry leaves out is no longer there
 */
function writeNetwork(storing: FactStoring, network: Network, holder: number | null, whole: boolean): number {
  const [first, last] = rangeBytes(network.range);
  return insert(
    `INSERT INTO Network (registry, firstBytes, lastBytes, text, name, organisationId, abuseEmail, country, allocatedOn, updatedOn, fields, detailed, answerId, origin)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?15, ?12, ?13) ON CONFLICT (registry, firstBytes, lastBytes) DO UPDATE SET
       name = iif(?14, excluded.name, coalesce(excluded.name, name)), organisationId = coalesce(excluded.organisationId, organisationId),
       abuseEmail = iif(?14, excluded.abuseEmail, coalesce(excluded.abuseEmail, abuseEmail)),
       country = coalesce(excluded.country, country), allocatedOn = coalesce(excluded.allocatedOn, allocatedOn), updatedOn = coalesce(excluded.updatedOn, updatedOn),
       fields = excluded.fields, detailed = excluded.detailed,
       answerId = iif(origin = 'user' AND excluded.origin = 'sample', answerId, excluded.answerId),
       origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
    network.registry,
    first,
    last,
    formatRange(network.range),
    network.name,
    holder,
    network.abuseEmail,
    network.country,
    network.allocatedOn,
    network.updatedOn,
    JSON.stringify(network.fields),
    storing.answerId,
    storing.origin,
    whole ? 1 : 0,
    storing.isWhole ? 1 : 0,
  );
}

/** APNIC's mirrors of a national registry's networks name APNIC's own contacts too. */
function registryOfHandle(handle: string, registry: string): string {
  return /-AP$/i.test(handle) ? 'apnic' : registry;
}
