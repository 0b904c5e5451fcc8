import type { Organisation } from '@/lib/model';
import { insert, one } from '../connection';
import { type FactStoring, type Known, overwrite } from './fact-storing';

/** What an organisation's own entry has besides its name. */
type Details = Pick<Organisation, 'phone' | 'email' | 'postalAddress'>;

/**
 * Writes an organisation, once an answer: by its handle, else by its name's normal form.
 * @param details where the answer has its own entry; a network only names it.
 * @returns the row's id.
 */
export function storeOrganisation(
  storing: FactStoring,
  registry: string,
  name: string,
  handle: string | null,
  details?: Details,
): number {
  const key = handle?.toUpperCase() ?? storing.normal.organisationKey(name);
  const place = `${registry}:${key}`;
  const done = storing.organisations.get(place);
  if (done !== undefined && !details) return done;
  const known = one<Known>(
    'SELECT id, 1 AS detailed, origin, answerId FROM Organisation WHERE registry = ? AND key = ?',
    registry,
    key,
  );
  const id = overwrite(storing, 'organisation', known, () =>
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
      details?.phone ?? null,
      details?.email ?? null,
      details?.postalAddress ?? null,
      storing.answerId,
      storing.origin,
    ),
  );
  if (done === undefined) storing.stored.organisations.push({ id, name });
  storing.organisations.set(place, id);
  return id;
}
