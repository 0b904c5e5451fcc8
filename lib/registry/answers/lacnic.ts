import {
  type AddressRange,
  type Contact,
  type ContactRole,
  type Network,
  type Organisation,
  type Origin,
  parseRange,
  type RegistryId,
} from '@/lib/model';
import { type Block, fieldsOf, joinedValues, readBlocks, valueOf, valuesOf, wordOf } from './attributes';
import { readAsn } from './asn';
import { readDate } from './dates';
import { demoteEnclosing } from './enclosing';
import type { Grammar } from './grammar';

const ROLES: ReadonlyArray<readonly [string, ContactRole]> = [
  ['owner-c', 'admin'],
  ['admin-c', 'admin'],
  ['tech-c', 'tech'],
  ['abuse-c', 'abuse'],
];

/**
 * LACNIC's whois, and NIC.br's, which LACNIC's joint server passes on word by word: the owner stands in the
 * network itself, prefixes drop their zeros (`200.57.128/19`), dates are `YYYYMMDD`.
 */
export const lacnic: Grammar = {
  id: 'lacnic',
  matches: (text) => /^owner(?:id)?:/m.test(text) || /^nic-hdl-br:/m.test(text),
  parse(text, hint) {
    const registry: RegistryId =
      hint.server === 'whois.registro.br' || /^(?:nic-hdl-br:|%\s+Copyright \(c\) Nic\.br\b)/im.test(text)
        ? 'nicbr'
        : 'lacnic';
    const blocks = readBlocks(text);
    const contacts = blocks.flatMap((block) => readContact(block, registry));
    const mailboxes = new Map(contacts.map(({ handle, email }) => [handle, email]));
    const networks = demoteEnclosing(blocks.flatMap((block) => readNetwork(block, registry, mailboxes)));
    const origins = blocks.flatMap(readOrigin);
    return {
      registry,
      networks: networks.networks,
      organisations: blocks.flatMap((block) => readOwner(block, registry)),
      contacts,
      references: [],
      listed: [...networks.listed, ...blocks.flatMap(readParent)],
      referral: null,
      ...(origins.length > 0 && { origins }),
    };
  },
};

/** A range, also with its zeros dropped: `200.57.128/19`. */
function readRange(text: string | null): AddressRange | null {
  const short = /^(\d+(?:\.\d+){0,2})\/(\d+)$/.exec(text ?? '');
  if (!short) return parseRange(text ?? '');
  const missing = 4 - (short[1] ?? '').split('.').length;
  return parseRange(`${short[1]}${'.0'.repeat(missing)}/${short[2]}`);
}

const isNetwork = (block: Block): boolean => block[0]?.name === 'inetnum' || block[0]?.name === 'inet6num';

function readNetwork(block: Block, registry: RegistryId, mailboxes: ReadonlyMap<string, string | null>): Network[] {
  const range = isNetwork(block) ? readRange(valueOf(block, 'inetnum', 'inet6num')) : null;
  if (!range) return [];
  const handle = wordOf(block, 'ownerid')?.toUpperCase() ?? null;
  const name = valueOf(block, 'owner')?.replace(/\n/g, ' ') ?? handle;
  const contacts = ROLES.flatMap(([label, role]) =>
    valuesOf(block, label).map((value) => ({ handle: (value.split(/\s+/)[0] ?? '').toUpperCase(), role })),
  );
  const abuse = contacts.find(({ role }) => role === 'abuse')?.handle ?? '';
  return [
    {
      registry,
      range,
      name: null,
      organisation: name === null ? null : { handle, name },
      contacts,
      abuseEmail: mailboxes.get(abuse) ?? null,
      country: wordOf(block, 'country')?.toUpperCase() ?? null,
      allocatedOn: readDate(valueOf(block, 'created')),
      updatedOn: readDate(valueOf(block, 'changed')),
      fields: fieldsOf(block),
    },
  ];
}

/** The block the network was cut from. */
function readParent(block: Block): Array<{
  relation: 'less-specific';
  range: AddressRange;
  name: null;
  organisation: null;
  kind: null;
}> {
  const range = isNetwork(block) ? readRange(wordOf(block, 'inetnum-up')) : null;
  return range ? [{ relation: 'less-specific', range, name: null, organisation: null, kind: null }] : [];
}

/** `aut-num`, in a network the AS that announces it (`N/A` where nobody does), else an AS of its own. */
function readOrigin(block: Block): Origin[] {
  const asn = readAsn(wordOf(block, 'aut-num'));
  if (asn === null) return [];
  return [
    {
      asn,
      seen: false,
      name: valueOf(block, 'owner'),
      range: isNetwork(block) ? readRange(valueOf(block, 'inetnum', 'inet6num')) : null,
      address: null,
      country: wordOf(block, 'country')?.toUpperCase() ?? null,
      allocatedOn: isNetwork(block) ? null : readDate(valueOf(block, 'created')),
    },
  ];
}

function readOwner(block: Block, registry: RegistryId): Organisation[] {
  const handle = wordOf(block, 'ownerid')?.toUpperCase() ?? null;
  const name = valueOf(block, 'owner')?.replace(/\n/g, ' ') ?? handle;
  if (name === null) return [];
  return [
    {
      registry,
      handle,
      name,
      phone: valueOf(block, 'phone'),
      email: wordOf(block, 'e-mail'),
      postalAddress: joinedValues(block, 'address'),
      fields: fieldsOf(block),
    },
  ];
}

function readContact(block: Block, registry: RegistryId): Contact[] {
  const first = block[0]?.name;
  const handle = wordOf(block, 'nic-hdl', 'nic-hdl-br')?.toUpperCase();
  if (handle === undefined || (first !== 'nic-hdl' && first !== 'nic-hdl-br')) return [];
  return [
    {
      registry,
      handle,
      kind: 'person',
      name: valueOf(block, 'person'),
      email: wordOf(block, 'e-mail'),
      organisation: null,
      division: null,
      title: null,
      phone: valueOf(block, 'phone'),
      fax: null,
      postalAddress: joinedValues(block, 'address'),
      updatedOn: readDate(valueOf(block, 'changed')),
      proxy: false,
      fields: fieldsOf(block),
    },
  ];
}
