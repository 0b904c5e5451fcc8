import type { Contact, ContactRole } from '@/lib/model';
import { insert, one, run } from '../connection';
import { type FactStoring, type Known, overwrite } from './fact-storing';

/** Makes the row of a contact that an answer names, unless it is there. @returns its id. */
export function nameContact(
  { contacts, stored, answerId, origin }: FactStoring,
  registry: string,
  handle: string,
): number {
  const place = `${registry}:${handle}`;
  const done = contacts.get(place);
  if (done !== undefined) return done;
  const id = insert(
    `INSERT INTO Contact (registry, handle, kind, detailed, answerId, origin) VALUES (?, ?, 'person', 0, ?, ?)
     ON CONFLICT (registry, handle) DO UPDATE SET answerId = iif(origin = 'sample' AND excluded.origin = 'user', excluded.answerId, answerId),
       origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
    registry,
    handle,
    answerId,
    origin,
  );
  contacts.set(place, id);
  stored.contacts.push({ id, handle, registry });
  return id;
}

/** Writes what a contact's own entry says. */
export function storeContact(storing: FactStoring, contact: Contact): void {
  const { answerId, isWhole, normal, origin } = storing;
  const id = nameContact(storing, contact.registry, contact.handle);
  // Of one whose personal data was deleted nothing is known that an answer could tell differently.
  const known = one<Known>(
    'SELECT id, iif(purgedMs IS NULL, detailed, 0) AS detailed, origin, answerId FROM Contact WHERE id = ?',
    id,
  );
  overwrite(storing, 'contact', known, () => {
    run(
      `UPDATE Contact SET kind = ?, name = ?, email = ?, organisation = ?, division = ?, title = ?, phone = ?, phoneE164 = ?, fax = ?,
       postalAddress = ?, updatedOn = ?, proxy = ?, fields = ?, detailed = ?, purgedMs = NULL,
       answerId = iif(origin = 'user' AND ? = 'sample', answerId, ?) WHERE id = ?`,
      contact.kind,
      contact.name,
      contact.email,
      contact.organisation,
      contact.division,
      contact.title,
      contact.phone,
      contact.phone && normal.phoneE164(contact.phone),
      contact.fax,
      contact.postalAddress,
      contact.updatedOn,
      contact.proxy ? 1 : 0,
      JSON.stringify(contact.fields),
      isWhole ? 1 : 0,
      origin,
      answerId,
      id,
    );
    return id;
  });
}

/** Links a network to a contact it names, or that names it. */
export function linkContact({ answerId }: FactStoring, networkId: number, contactId: number, role: ContactRole): void {
  run(
    `INSERT INTO NetworkContact (networkId, contactId, role, answerId) VALUES (?, ?, ?, ?)
     ON CONFLICT (networkId, contactId, role) DO UPDATE SET answerId = excluded.answerId
     WHERE (SELECT origin FROM Answer WHERE id = excluded.answerId) = 'user'`,
    networkId,
    contactId,
    role,
    answerId,
  );
}
