import { formatRange, type ParsedAnswer, type SourceField } from '@/lib/model';
import { insert, one, run } from '../connection';
import { rangeBytes } from '../range-bytes';
import { storeOrigins, storeRedactions } from './announcements';
import { assignAddresses } from './assign-addresses';
import { type ChangedKind, isSameQuestion, noteChanges, readVersion } from './changes';
import { countTold } from './raw-answers';
import { linkReferred, nameNetwork, type NamedNetwork } from './named-networks';

export { insertAnswer } from './raw-answers';

/** How a contact's facts are made comparable; handed in, since normal forms are the detectors' knowledge. */
export interface Normal {
  organisationKey(name: string): string;
  phoneE164(phone: string): string | null;
}

/** What an answer brought: the rows it made or touched. */
export interface StoredFacts {
  networks: Array<{ id: number; text: string; detailed: boolean }>;
  organisations: Array<{ id: number; name: string }>;
  contacts: Array<{ id: number; handle: string; registry: string }>;
  /** Networks that name a contact, without repeats. */
  references: Array<{ handle: string; networkIds: number[] }>;
}

/**
 * Writes what an answer says. Facts of a sample become the user's own when an answer of the user's states
 * them again. A later answer overwrites an earlier one's fields, and what it changes is kept; an answer that itself sends
 * us to a registry that knows more overwrites nothing. Use inside a transaction.
 * @param keepListed whether networks above and below, which an answer lists beside what was asked, are kept: they
 * are where they were asked for.
 */
export function storeFacts(
  answer: ParsedAnswer,
  answerId: number,
  origin: 'user' | 'sample',
  normal: Normal,
  keepListed = false,
): StoredFacts {
  /** Networks the answer told of, and whether they were new. */
  const told = new Map<number, boolean>();
  const stored: StoredFacts = { networks: [], organisations: [], contacts: [], references: [] };
  const organisations = new Map<string, number>();
  const contacts = new Map<string, number>();

  // What came in part tells of an entity, and of that it is still to be asked about.
  const isWhole = answer.status !== 'partial' && answer.status !== 'truncated';

  /** Runs `write` where this answer may overwrite what is known of an entity, and keeps what it changes. */
  const overwrite = (kind: ChangedKind, known: Known | undefined, write: (whole: boolean) => number): number => {
    if (!known || known.detailed === 0) return write(false);
    if (!isWhole || (known.origin === 'user' && origin === 'sample')) return known.id;
    if (kind === 'network' && answer.referral !== null) return known.id;
    const before = readVersion(kind, known.id);
    const id = write(isSameQuestion(known.answerId, answerId));
    if (before) noteChanges(kind, before, answerId);
    return id;
  };

  const organisation = (
    registry: string,
    name: string,
    handle: string | null,
    more?: { phone: string | null; email: string | null; postalAddress: string | null },
  ): number => {
    const key = handle?.toUpperCase() ?? normal.organisationKey(name);
    const place = `${registry}:${key}`;
    const known = organisations.get(place);
    if (known !== undefined && !more) return known;
    const before = one<Known>(
      'SELECT id, 1 AS detailed, origin, answerId FROM Organisation WHERE registry = ? AND key = ?',
      registry,
      key,
    );
    const id = overwrite('organisation', before, () =>
      insert(
        // Where an answer names an organisation by its handle alone, the handle stands for the name.
        `INSERT INTO Organisation (registry, key, handle, name, phone, email, postalAddress, answerId, origin)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (registry, key) DO UPDATE SET
         name = iif(upper(excluded.name) = upper(excluded.handle), name, excluded.name),
         phone = coalesce(excluded.phone, phone), email = coalesce(excluded.email, email),
         postalAddress = coalesce(excluded.postalAddress, postalAddress),
         answerId = iif(origin = 'user' AND excluded.origin = 'sample', answerId, excluded.answerId),
         origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
        registry,
        key,
        handle,
        name,
        more?.phone ?? null,
        more?.email ?? null,
        more?.postalAddress ?? null,
        answerId,
        origin,
      ),
    );
    if (known === undefined) stored.organisations.push({ id, name });
    organisations.set(place, id);
    return id;
  };

  const contactNamed = (registry: string, handle: string): number => {
    const key = `${registry}:${handle}`;
    const known = contacts.get(key);
    if (known !== undefined) return known;
    const id = insert(
      `INSERT INTO Contact (registry, handle, kind, detailed, answerId, origin) VALUES (?, ?, 'person', 0, ?, ?)
       ON CONFLICT (registry, handle) DO UPDATE SET answerId = iif(origin = 'sample' AND excluded.origin = 'user', excluded.answerId, answerId),
         origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
      registry,
      handle,
      answerId,
      origin,
    );
    contacts.set(key, id);
    stored.contacts.push({ id, handle, registry });
    return id;
  };

  const link = (networkId: number, contactId: number, role: string): void => {
    run(
      `INSERT INTO NetworkContact (networkId, contactId, role, answerId) VALUES (?, ?, ?, ?)
       ON CONFLICT (networkId, contactId, role) DO UPDATE SET answerId = excluded.answerId
       WHERE (SELECT origin FROM Answer WHERE id = excluded.answerId) = 'user'`,
      networkId,
      contactId,
      role,
      answerId,
    );
  };

  const fieldsOf = (fields: readonly SourceField[]): string => JSON.stringify(fields);

  for (const o of answer.organisations) organisation(o.registry, o.name, o.handle, o);

  for (const n of answer.networks) {
    const [first, last] = rangeBytes(n.range);
    const known = one<Known>(
      'SELECT id, detailed, origin, answerId FROM Network WHERE registry = ? AND firstBytes = ? AND lastBytes = ?',
      n.registry,
      first,
      last,
    );
    const holder = n.organisation && organisation(n.registry, n.organisation.name, n.organisation.handle);
    const id = overwrite('network', known, (whole) =>
      insert(
        `INSERT INTO Network (registry, firstBytes, lastBytes, text, name, organisationId, abuseEmail, country, allocatedOn, updatedOn, fields, detailed, answerId, origin)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?15, ?12, ?13) ON CONFLICT (registry, firstBytes, lastBytes) DO UPDATE SET
         name = iif(?14, excluded.name, coalesce(excluded.name, name)), organisationId = coalesce(excluded.organisationId, organisationId),
         abuseEmail = iif(?14, excluded.abuseEmail, coalesce(excluded.abuseEmail, abuseEmail)),
         country = coalesce(excluded.country, country), allocatedOn = coalesce(excluded.allocatedOn, allocatedOn), updatedOn = coalesce(excluded.updatedOn, updatedOn),
         fields = excluded.fields, detailed = excluded.detailed,
         answerId = iif(origin = 'user' AND excluded.origin = 'sample', answerId, excluded.answerId),
         origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
        n.registry,
        first,
        last,
        formatRange(n.range),
        n.name,
        holder,
        n.abuseEmail,
        n.country,
        n.allocatedOn,
        n.updatedOn,
        fieldsOf(n.fields),
        answerId,
        origin,
        whole ? 1 : 0,
        isWhole ? 1 : 0,
      ),
    );
    stored.networks.push({ id, text: formatRange(n.range), detailed: known?.detailed === 1 || isWhole });
    told.set(id, known === undefined);
    for (const { handle, role } of n.contacts)
      link(id, contactNamed(registryOfHandle(handle, n.registry), handle), role);
    assignAddresses(id);
  }

  for (const c of answer.contacts) {
    const id = contactNamed(c.registry, c.handle);
    const known = one<Known>('SELECT id, detailed, origin, answerId FROM Contact WHERE id = ?', id);
    overwrite('contact', known, () => {
      run(
        `UPDATE Contact SET kind = ?, name = ?, email = ?, organisation = ?, division = ?, title = ?, phone = ?, phoneE164 = ?, fax = ?,
         postalAddress = ?, updatedOn = ?, proxy = ?, fields = ?, detailed = ?,
         answerId = iif(origin = 'user' AND ? = 'sample', answerId, ?) WHERE id = ?`,
        c.kind,
        c.name,
        c.email,
        c.organisation,
        c.division,
        c.title,
        c.phone,
        c.phone && normal.phoneE164(c.phone),
        c.fax,
        c.postalAddress,
        c.updatedOn,
        c.proxy ? 1 : 0,
        fieldsOf(c.fields),
        isWhole ? 1 : 0,
        origin,
        answerId,
        id,
      );
      return id;
    });
  }

  for (const { handle, ranges } of answer.references) {
    const contactId = contactNamed(answer.registry, handle);
    const listed = new Map<number, NamedNetwork>();
    for (const range of ranges) {
      const network = nameNetwork(answer.registry, range, null, answerId, origin);
      if (listed.has(network.id)) continue;
      listed.set(network.id, network);
      if (!told.has(network.id)) told.set(network.id, network.fresh);
      stored.networks.push(network);
      assignAddresses(network.id);
    }
    linkReferred(contactId, listed, answerId, answer.status === 'found', link);
    stored.references.push({ handle, networkIds: [...listed.keys()] });
  }
  for (const { range, name } of keepListed ? answer.listed : []) {
    const network = nameNetwork(answer.registry, range, name, answerId, origin);
    if (!told.has(network.id)) told.set(network.id, network.fresh);
    assignAddresses(network.id);
  }
  countTold(answerId, told.size, [...told.values()].filter((fresh) => fresh).length);
  if (answer.origins) storeOrigins(answer.origins, answerId);
  if (answer.redacted) storeRedactions(answer.redacted, answerId);
  return stored;
}

/** What is known of an entity before an answer is stored. */
interface Known {
  id: number;
  detailed: number;
  origin: 'user' | 'sample';
  answerId: number;
}

/** APNIC's mirrors of a national registry's networks name APNIC's own contacts too. */
function registryOfHandle(handle: string, registry: string): string {
  return /-AP$/i.test(handle) ? 'apnic' : registry;
}
