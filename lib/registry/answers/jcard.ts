import type { SourceField } from '@/lib/model';
import { listOf, member, textOf, textsOf } from './json';

/** A vCard of RDAP (jCard, RFC 7095): what is known of a person or organisation. */
export interface Card {
  kind: string | null;
  name: string | null;
  organisation: string | null;
  title: string | null;
  email: string | null;
  phone: string | null;
  fax: string | null;
  postalAddress: string | null;
  /** By the names of the vCard's properties, in its order. */
  fields: SourceField[];
}

interface Property {
  name: string;
  types: string[];
  value: string | null;
}

/** Reads `vcardArray`: `["vcard", [[name, parameters, type, value], …]]`. What does not fit is not there. */
export function readCard(vcardArray: unknown): Card {
  const properties = listOf(listOf(vcardArray)[1]).flatMap(readProperty);
  const valueOf = (name: string, ok: (property: Property) => boolean = () => true): string | null =>
    properties.find((property) => property.name === name && property.value !== null && ok(property))?.value ?? null;
  const isFax = ({ types }: Property): boolean => types.includes('fax');
  return {
    kind: valueOf('kind')?.toLowerCase() ?? null,
    name: valueOf('fn'),
    organisation: valueOf('org'),
    title: valueOf('title'),
    email: valueOf('email'),
    phone: valueOf('tel', (property) => !isFax(property)),
    fax: valueOf('tel', isFax),
    postalAddress: valueOf('adr')?.replace(/\n/g, ' ') ?? null,
    fields: properties
      .filter(({ name }) => name !== 'version')
      .map(({ name, value }) => ({ label: name, value: value ?? '' })),
  };
}

function readProperty(value: unknown): Property[] {
  const [name, parameters, , content] = listOf(value);
  if (typeof name !== 'string') return [];
  const types = textsOf(parameters, 'type').map((type) => type.toLowerCase());
  const text = name === 'adr' ? readAddress(parameters, content) : readValue(content);
  return [{ name: name.toLowerCase(), types, value: text?.replace(/^tel:/i, '') ?? null }];
}

/** Text, or the parts of a structured value (an `org` with its units). */
function readValue(content: unknown): string | null {
  if (!Array.isArray(content)) return textOf(content);
  return flatten(content, 2).join(', ') || null;
}

/** The address as one text (`label`), else its parts: box, extension, street, city, region, code, country. */
function readAddress(parameters: unknown, content: unknown): string | null {
  return textOf(member(parameters, 'label')) ?? (flatten(listOf(content), 2).join(', ') || null);
}

function flatten(list: readonly unknown[], depth: number): string[] {
  return list.flatMap((part) => {
    if (Array.isArray(part)) return depth > 0 ? flatten(listOf(part), depth - 1) : [];
    return textOf(part) ?? [];
  });
}
