import { addressToBytes, type AddressRange, formatRange, type ParsedAnswer, type SourceField } from '@/lib/model';
import { insert, one, run } from '../connection';

export interface NewAnswer {
  publicId: string;
  server: string;
  query: string;
  askedMs: number;
  sha256: string;
  bytes: Uint8Array;
  text: string;
  status: string;
  source: 'live' | 'pasted' | 'sample';
  origin: 'user' | 'sample';
}

/** Keeps a raw answer. The same bytes from the same server to the same query by the same way are kept once. */
export function insertAnswer(a: NewAnswer): number {
  const known = one<{ id: number }>(
    'SELECT id FROM Answer WHERE sha256 = ? AND server = ? AND query = ? AND source = ?',
    a.sha256,
    a.server,
    a.query,
    a.source,
  );
  if (known) {
    run('UPDATE Answer SET confirmedMs = max(askedMs, ?) WHERE id = ?', a.askedMs, known.id);
    return known.id;
  }
  return insert(
    `INSERT INTO Answer (publicId, server, query, askedMs, sha256, bytes, text, status, source, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    a.publicId,
    a.server,
    a.query,
    a.askedMs,
    a.sha256,
    Buffer.from(a.bytes),
    a.text,
    a.status,
    a.source,
    a.origin,
  );
}

/** How a contact's facts are made comparable; handed in, since normal forms are the detectors' knowledge. */
export interface Normal {
  organisationKey(name: string): string;
  phoneE164(phone: string): string | null;
}

/** What an answer brought: the rows it made or touched. */
export interface StoredFacts {
  networks: Array<{ id: number; text: string; detailed: boolean }>;
  organisations: Array<{ id: number; name: string }>;
  contacts: Array<{ id: number; handle: string; registry: string; pivot: string }>;
  /** Networks that name a contact, without repeats. */
  references: Array<{ handle: string; networkIds: number[] }>;
}

const rangeBytes = (range: AddressRange): [Buffer, Buffer] => [
  Buffer.from(addressToBytes({ family: range.family, value: range.first })),
  Buffer.from(addressToBytes({ family: range.family, value: range.last })),
];

/**
 * Writes what an answer says. Facts of a sample become the user's own when an answer of the user's states
 * them again; a later answer overwrites an earlier one's fields. Use inside a transaction.
 */
export function storeFacts(
  answer: ParsedAnswer,
  answerId: number,
  origin: 'user' | 'sample',
  normal: Normal,
): StoredFacts {
  const stored: StoredFacts = { networks: [], organisations: [], contacts: [], references: [] };
  const organisations = new Map<string, number>();
  const contacts = new Map<string, number>();

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
    const id = insert(
      `INSERT INTO Organisation (registry, key, handle, name, phone, email, postalAddress, answerId, origin)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (registry, key) DO UPDATE SET name = excluded.name,
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
    stored.contacts.push({
      id,
      handle,
      registry,
      pivot: one<{ pivot: string }>('SELECT pivot FROM Contact WHERE id = ?', id)?.pivot ?? 'none',
    });
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
    const id = insert(
      `INSERT INTO Network (registry, firstBytes, lastBytes, text, name, organisationId, abuseEmail, country, allocatedOn, updatedOn, fields, detailed, answerId, origin)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (registry, firstBytes, lastBytes) DO UPDATE SET
         name = coalesce(excluded.name, name), organisationId = coalesce(excluded.organisationId, organisationId),
         abuseEmail = coalesce(excluded.abuseEmail, abuseEmail), country = coalesce(excluded.country, country),
         allocatedOn = coalesce(excluded.allocatedOn, allocatedOn), updatedOn = coalesce(excluded.updatedOn, updatedOn),
         fields = excluded.fields, detailed = 1,
         answerId = iif(origin = 'user' AND excluded.origin = 'sample', answerId, excluded.answerId),
         origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
      n.registry,
      first,
      last,
      formatRange(n.range),
      n.name,
      n.organisation ? organisation(n.registry, n.organisation.name, n.organisation.handle) : null,
      n.abuseEmail,
      n.country,
      n.allocatedOn,
      n.updatedOn,
      fieldsOf(n.fields),
      answerId,
      origin,
    );
    stored.networks.push({ id, text: formatRange(n.range), detailed: true });
    for (const { handle, role } of n.contacts)
      link(id, contactNamed(registryOfHandle(handle, n.registry), handle), role);
    assignAddresses(id);
  }

  for (const c of answer.contacts) {
    const id = contactNamed(c.registry, c.handle);
    run(
      `UPDATE Contact SET kind = ?, name = ?, email = ?, organisation = ?, division = ?, title = ?, phone = ?, phoneE164 = ?, fax = ?,
         postalAddress = ?, updatedOn = ?, proxy = ?, fields = ?, detailed = 1,
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
      origin,
      answerId,
      id,
    );
  }

  for (const { handle, ranges } of answer.references) {
    const contactId = contactNamed(answer.registry, handle);
    const networkIds = new Set<number>();
    for (const range of ranges) {
      const [first, last] = rangeBytes(range);
      const id = insert(
        `INSERT INTO Network (registry, firstBytes, lastBytes, text, detailed, answerId, origin) VALUES (?, ?, ?, ?, 0, ?, ?)
         ON CONFLICT (registry, firstBytes, lastBytes) DO UPDATE SET
           answerId = iif(origin = 'sample' AND excluded.origin = 'user', excluded.answerId, answerId),
           origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
        answer.registry,
        first,
        last,
        formatRange(range),
        answerId,
        origin,
      );
      if (networkIds.has(id)) continue;
      networkIds.add(id);
      const detailed = one<{ detailed: number }>('SELECT detailed FROM Network WHERE id = ?', id)?.detailed === 1;
      stored.networks.push({ id, text: formatRange(range), detailed });
      link(id, contactId, 'referred');
      assignAddresses(id);
    }
    stored.references.push({ handle, networkIds: [...networkIds] });
    run('UPDATE Contact SET pivot = ? WHERE id = ?', answer.status === 'limited' ? 'limited' : 'answered', contactId);
  }
  return stored;
}

/** APNIC's mirrors of a national registry's networks name APNIC's own contacts too. */
function registryOfHandle(handle: string, registry: string): string {
  return /-AP$/i.test(handle) ? 'apnic' : registry;
}

/** Gives the addresses inside a network to it, unless a network inside it has them already. */
function assignAddresses(networkId: number): void {
  run(
    `UPDATE Address SET networkId = ?1 WHERE bytes BETWEEN (SELECT firstBytes FROM Network WHERE id = ?1) AND (SELECT lastBytes FROM Network WHERE id = ?1)
       AND (networkId IS NULL OR EXISTS (SELECT 1 FROM Network held JOIN Network n ON n.id = ?1
         WHERE held.id = Address.networkId AND held.id <> n.id AND held.firstBytes <= n.firstBytes AND held.lastBytes >= n.lastBytes))`,
    networkId,
  );
}

/** Gives each address without a network to the smallest known network around it. */
export function assignNewAddresses(): void {
  run(
    `UPDATE Address SET networkId = (SELECT n.id FROM Network n WHERE n.firstBytes <= Address.bytes AND n.lastBytes >= Address.bytes
       ORDER BY n.firstBytes DESC, n.lastBytes LIMIT 1) WHERE networkId IS NULL`,
  );
}

/** Notes how far the pivot from a contact has come. */
export function setPivot(
  registry: string,
  handle: string,
  pivot: 'none' | 'asked' | 'answered' | 'limited' | 'unsupported',
): void {
  run('UPDATE Contact SET pivot = ? WHERE registry = ? AND handle = ?', pivot, registry, handle);
}
