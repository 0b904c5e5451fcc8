import { type Contact, type ContactRole, parseRange } from '@/lib/model';
import { readDate } from './dates';
import type { Grammar } from './grammar';

const FIELD = /^[ \t]*([A-Za-z][A-Za-z -]{0,39}?)[ \t]*:[ \t]*(.*?)[ \t]*$/;
const HEADING = /^[ \t]*(Administrator|Administrative|Technical|Abuse) contact[ \t]*:/i;
const MAILBOX = /(?:^|[\s<(])([^\s<>()@,;]{1,64}@[^\s<>()@,;]{1,253})/;
const HANDLE = /\(([A-Z0-9]{1,12}-TW)\)/i;

interface Person {
  role: ContactRole;
  lines: string[];
}

/**
 * TWNIC's whois of addresses: `Netname:`, `Netblock:`, then contacts as indented mailboxes below their heading.
 * The newer server knows no handles, so a contact is known by its mailbox.
 */
export const twnic: Grammar = {
  id: 'twnic',
  matches: (text) => /^[ \t]*Netblock[ \t]*:/im.test(text),
  parse(text) {
    const fields: Array<{ label: string; value: string }> = [];
    const people: Person[] = [];
    let open: Person | null = null;
    for (const line of text.split('\n')) {
      const heading = HEADING.exec(line)?.[1];
      if (heading !== undefined) {
        open = { role: roleOf(heading), lines: [] };
        people.push(open);
        const rest = line.slice(line.indexOf(':') + 1).trim();
        if (rest !== '') open.lines.push(rest);
        continue;
      }
      const match = FIELD.exec(line);
      if (match && !MAILBOX.test(line)) {
        open = null;
        fields.push({ label: match[1] ?? '', value: match[2] ?? '' });
      } else if (open && line.trim() !== '') open.lines.push(line.trim());
    }
    const valueOf = (...labels: readonly string[]): string | null =>
      fields.find(({ label, value }) => labels.includes(label.toLowerCase()) && value !== '')?.value ?? null;
    const range = parseRange(valueOf('netblock') ?? '');
    const contacts = people.flatMap(readContacts);
    const name = valueOf('organization name', 'organization', 'organisation', 'chinese name');
    return {
      registry: 'twnic',
      networks: range
        ? [
            {
              registry: 'twnic' as const,
              range,
              name: valueOf('netname'),
              organisation: name === null ? null : { handle: null, name },
              contacts: contacts.map(({ contact, role }) => ({ handle: contact.handle, role })),
              abuseEmail: contacts.find(({ role }) => role === 'abuse')?.contact.email ?? null,
              country: 'TW',
              allocatedOn: readDate(valueOf('registration date', 'record created on')),
              updatedOn: readDate(valueOf('record last updated on', 'last updated')),
              fields: [
                ...fields,
                ...people.map(({ role, lines }) => ({ label: `${LABELS[role]} contact`, value: lines.join('\n') })),
              ],
            },
          ]
        : [],
      organisations: [],
      contacts: [...new Map(contacts.map(({ contact }) => [contact.handle, contact])).values()],
      references: [],
      listed: [],
      referral: null,
    };
  },
};

const LABELS: Readonly<Record<ContactRole, string>> = {
  admin: 'Administrator',
  tech: 'Technical',
  abuse: 'Abuse',
  maintainer: 'Maintainer',
  referred: 'Referred',
};

function roleOf(heading: string): ContactRole {
  if (/^abuse/i.test(heading)) return 'abuse';
  return /^tech/i.test(heading) ? 'tech' : 'admin';
}

/** One contact a mailbox, since TWNIC lists several below one heading. */
function readContacts({ role, lines }: Person): Array<{ contact: Contact; role: ContactRole }> {
  return lines.flatMap((line) => {
    const email = MAILBOX.exec(line)?.[1];
    if (email === undefined) return [];
    const handle = HANDLE.exec(line)?.[1];
    const contact: Contact = {
      registry: 'twnic',
      handle: handle?.toUpperCase() ?? email.toLowerCase(),
      kind: 'group',
      name: handle === undefined ? null : line.slice(0, line.indexOf('(')).trim() || null,
      email,
      organisation: null,
      division: null,
      title: null,
      phone: null,
      fax: null,
      postalAddress: null,
      updatedOn: null,
      proxy: false,
      fields: [{ label: `${LABELS[role]} contact`, value: line }],
    };
    return [{ contact, role }];
  });
}
