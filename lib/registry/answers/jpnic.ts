import { type Contact, type Network, parseRange, type RegistryId } from '@/lib/model';
import type { Section } from './bracketed';
import { readDate } from './dates';
import type { FieldKey } from './labels';

/** The first value of these keys that is not empty; the keys in order of preference. */
export function firstValue(section: Section, ...keys: readonly FieldKey[]): string | null {
  for (const key of keys) {
    const value = section.fields.find((field) => field.key === key && field.value !== '')?.value;
    if (value !== undefined) return value;
  }
  return null;
}

/** First word of a value, for what is written without blanks. */
export function firstWord(section: Section, ...keys: readonly FieldKey[]): string | null {
  return firstValue(section, ...keys)?.split(/\s+/)[0] ?? null;
}

/** The fields as written, for the page and as evidence. */
export function sourceFields(section: Section): Array<{ label: string; value: string }> {
  return section.fields.map(({ label, value }) => ({ label, value }));
}

/** Handles in a value, upper case: person `XX9999JP`, group `JP` and eight digits. */
function readHandles(section: Section, key: FieldKey): string[] {
  return section.fields
    .filter((field) => field.key === key)
    .flatMap(({ value }) => value.split(/[\s,]+/))
    .filter((word) => /^(?:[A-Z]{1,8}\d{1,10}JP|JP\d{6,10})$/i.test(word))
    .map((word) => word.toUpperCase());
}

/**
 * JPNIC's network. The English organisation name comes first: it is in answers of both languages, and
 * JPNIC gives organisations no handle, so the name is what they are known by.
 * @returns null where the answer has no range, or one that is none.
 */
export function readNetwork(section: Section): Network | null {
  const range = parseRange(firstValue(section, 'range') ?? '');
  if (!range) return null;
  const name = firstValue(section, 'organization', 'organization-local');
  return {
    registry: 'jpnic',
    range,
    name: firstWord(section, 'netname'),
    organisation: name === null ? null : { handle: null, name: name.replace(/\n/g, ' ') },
    contacts: [
      ...readHandles(section, 'admin').map((handle) => ({ handle, role: 'admin' as const })),
      ...readHandles(section, 'tech').map((handle) => ({ handle, role: 'tech' as const })),
    ],
    abuseEmail: firstWord(section, 'abuse'),
    country: null,
    allocatedOn: readDate(firstValue(section, 'allocated')),
    updatedOn: readDate(firstValue(section, 'updated')),
    fields: sourceFields(section),
  };
}

/** A person or group of JPNIC (JPRS answers person handles in the same form). */
export function readContact(section: Section, registry: RegistryId): Contact | null {
  const handle = firstWord(section, 'handle', 'group-handle');
  if (handle === null) return null;
  const line = (...keys: readonly FieldKey[]): string | null =>
    firstValue(section, ...keys)?.replace(/\n/g, ' ') ?? null;
  return {
    registry,
    handle: handle.toUpperCase(),
    kind: section.kind === 'group' ? 'group' : 'person',
    name: line('name', 'name-local'),
    email: firstWord(section, 'email', 'reply'),
    organisation: line('organization', 'organization-local'),
    division: line('division', 'division-local'),
    title: line('title', 'title-local'),
    phone: line('phone'),
    fax: line('fax'),
    postalAddress: line('address-local', 'address'),
    updatedOn: readDate(firstValue(section, 'updated')),
    proxy: false,
    fields: sourceFields(section),
  };
}

/** The ranges of a pivot's `[Referred From] NET/…` lines, as often as they are listed. */
export function readReferences(section: Section): Network['range'][] {
  return section.fields
    .filter((field) => field.key === 'reference')
    .map(({ value }) => /^NET\/\s*(\S+)/i.exec(value)?.[1] ?? '')
    .map(parseRange)
    .filter((range) => range !== null);
}
