import { type AddressRange, type Contact, type ContactRole, type Network, parseRange } from '@/lib/model';
import { readDate } from './dates';
import { demoteEnclosing } from './enclosing';
import type { Grammar } from './grammar';

type Key = 'range' | 'organisation' | 'id' | 'service' | 'address' | 'zip' | 'date' | 'name' | 'phone' | 'email';

/** KRNIC's labels in both languages, lower case. */
const FACTS: ReadonlyArray<readonly [Key, readonly string[]]> = [
  ['range', ['ipv4 address', 'ipv6 address', 'ipv4주소', 'ipv6주소']],
  ['organisation', ['organization name', '기관명']],
  ['id', ['organization id', '기관고유번호']],
  ['service', ['service name', '서비스명']],
  ['address', ['address', '주소']],
  ['zip', ['zip code', '우편번호']],
  ['date', ['registration date', '할당일자', '할당내역 등록일']],
  ['name', ['name', '이름']],
  ['phone', ['phone', '전화번호']],
  ['email', ['e-mail', '전자우편']],
];
const LABELS: ReadonlyMap<string, Key> = new Map(FACTS.flatMap(([key, labels]) => labels.map((label) => [label, key])));

const FIELD = /^[ \t]*([^\s:[\]#][^:[\]]{0,39}?)[ \t]*:[ \t]*(.*?)[ \t]*$/;
const HEADING = /^[ \t]*\[ (.{1,60}?) \][ \t]*$/;

interface Field {
  key: Key | undefined;
  label: string;
  value: string;
}

interface Person {
  role: ContactRole;
  fields: Field[];
}

/** A network as one language tells of it, and the persons below it. */
interface Entry {
  range: AddressRange;
  fields: Field[];
  people: Person[];
}

/**
 * KRNIC's whois: `label : value` below `[ headings ]`, first the provider's block, then its customer's, once in
 * Korean and once more below `# ENGLISH`. Contacts have no handles.
 */
export const krnic: Grammar = {
  id: 'krnic',
  matches: (text) => /^[ \t]*IPv[46](?:주소| Address)[ \t]*:/m.test(text),
  parse(text) {
    const at = /^# ENGLISH\b/m.exec(text)?.index ?? text.length;
    const korean = readEntries(text.slice(0, at));
    const english = readEntries(text.slice(at));
    const twins = new Map(korean.map((entry) => [keyOf(entry), entry]));
    const told = english.length > 0 ? english : korean;
    const pairs = told.map((entry) => ({ entry, twin: english.length > 0 ? twins.get(keyOf(entry)) : undefined }));
    const contacts = pairs.flatMap(({ entry, twin }) =>
      entry.people.map((person, index) => toContact(person, entry, twin?.people[index])),
    );
    return {
      registry: 'krnic',
      ...demoteEnclosing(pairs.map(({ entry, twin }) => toNetwork(entry, twin))),
      organisations: pairs
        .map(({ entry, twin }) => ({
          registry: 'krnic' as const,
          handle: valueOf(entry.fields, 'id')?.toUpperCase() ?? null,
          name: valueOf(entry.fields, 'organisation') ?? '',
          phone: null,
          email: null,
          postalAddress: addressOf(entry.fields),
          fields: sourceFields([...entry.fields, ...(twin?.fields ?? [])]),
        }))
        .filter(({ name }) => name !== ''),
      contacts: [...new Map(contacts.filter(({ handle }) => handle !== '').map((one) => [one.handle, one])).values()],
      references: [],
      referral: null,
    };
  },
};

const keyOf = ({ range }: Entry): string => `${range.first}-${range.last}`;

const valueOf = (fields: readonly Field[], key: Key): string | null =>
  fields.find((field) => field.key === key && field.value !== '')?.value ?? null;

const sourceFields = (fields: readonly Field[]): Array<{ label: string; value: string }> =>
  fields.map(({ label, value }) => ({ label, value }));

function readEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let role: ContactRole = 'tech';
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) {
      role = /abuse|spam|스팸/i.test(heading) ? 'abuse' : /admin|책임자/i.test(heading) ? 'admin' : 'tech';
      continue;
    }
    const match = FIELD.exec(line);
    if (!match) continue;
    const label = match[1] ?? '';
    const field = { key: LABELS.get(label.toLowerCase()), label, value: match[2] ?? '' };
    const entry = entries.at(-1);
    if (field.key === 'range') {
      const range = parseRange(field.value.replace(/\s*\(\/\d{1,3}\)$/, ''));
      if (range) entries.push({ range, fields: [field], people: [] });
      role = 'tech';
    } else if (field.key === 'name') entry?.people.push({ role, fields: [field] });
    else if (field.key === 'phone' || field.key === 'email') entry?.people.at(-1)?.fields.push(field);
    else if (entry && entry.people.length === 0) entry.fields.push(field);
  }
  return entries;
}

function addressOf(fields: readonly Field[]): string | null {
  return [valueOf(fields, 'address'), valueOf(fields, 'zip')].filter((part) => part !== null).join(' ') || null;
}

/** What stands for a handle, which KRNIC does not give: the mailbox. */
const handleOf = ({ fields }: Person): string => valueOf(fields, 'email')?.toLowerCase() ?? '';

function toNetwork(entry: Entry, twin: Entry | undefined): Network {
  const name = valueOf(entry.fields, 'organisation');
  return {
    registry: 'krnic',
    range: entry.range,
    name: valueOf(entry.fields, 'service'),
    organisation: name === null ? null : { handle: valueOf(entry.fields, 'id')?.toUpperCase() ?? null, name },
    contacts: entry.people
      .map((person) => ({ handle: handleOf(person), role: person.role }))
      .filter(({ handle }) => handle !== ''),
    abuseEmail: entry.people.filter(({ role }) => role === 'abuse').map(handleOf)[0] || null,
    country: 'KR',
    allocatedOn: readDate(valueOf(entry.fields, 'date')),
    updatedOn: null,
    fields: sourceFields([
      ...entry.fields,
      ...entry.people.flatMap(({ fields }) => fields),
      ...(twin ? [...twin.fields, ...twin.people.flatMap(({ fields }) => fields)] : []),
    ]),
  };
}

function toContact(person: Person, entry: Entry, twin: Person | undefined): Contact {
  return {
    registry: 'krnic',
    handle: handleOf(person),
    kind: 'group',
    name: valueOf(person.fields, 'name'),
    email: valueOf(person.fields, 'email'),
    organisation: valueOf(entry.fields, 'organisation'),
    division: null,
    title: null,
    phone: valueOf(person.fields, 'phone'),
    fax: null,
    postalAddress: null,
    updatedOn: null,
    proxy: false,
    fields: sourceFields([...person.fields, ...(twin?.fields ?? [])]),
  };
}
