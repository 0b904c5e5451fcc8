import type { Contact } from '@/lib/model';
import type { Section } from './bracketed';
import { readDate } from './dates';
import { firstValue, firstWord, sourceFields } from './jpnic';
import type { FieldKey } from './labels';

/**
 * A JPRS domain and its public contact (公開連絡窓口), kept as one contact whose handle is the domain.
 * Here, unlike at JPNIC, a postal address is published; the Japanese one is the complete one.
 * @param contact the section below the domain's, where the answer has one.
 */
export function readDomain(domain: Section, contact: Section | null, proxy: boolean): Contact | null {
  const handle = firstWord(domain, 'domain');
  if (handle === null) return null;
  const from = (...keys: readonly FieldKey[]): string | null =>
    (contact ? firstValue(contact, ...keys) : null)?.replace(/\n/g, ' ') ?? null;
  return {
    registry: 'jprs',
    handle: handle.toLowerCase(),
    kind: 'domain',
    name: from('name', 'name-local'),
    email: contact ? firstWord(contact, 'email') : null,
    organisation: firstValue(domain, 'organization', 'organization-local')?.replace(/\n/g, ' ') ?? null,
    division: null,
    title: null,
    phone: from('phone'),
    fax: from('fax'),
    postalAddress: from('address-local', 'address'),
    updatedOn: readDate(firstValue(domain, 'updated')),
    proxy,
    fields: [...sourceFields(domain), ...(contact ? sourceFields(contact) : [])],
  };
}
