import {
  type AddressRange,
  type Contact,
  type ContactRole,
  type Network,
  type Organisation,
  type OrganisationRef,
  parseRange,
  type RegistryId,
} from '@/lib/model';
import { type Block, fieldsOf, readBlocks, valueOf, valuesOf, wordOf } from './attributes';
import { readDate } from './dates';
import { demoteEnclosing } from './enclosing';
import type { Grammar, Hint, Parts } from './grammar';

const SOURCES: ReadonlyMap<string, RegistryId> = new Map([
  ['RIPE', 'ripe'],
  ['APNIC', 'apnic'],
  ['AFRINIC', 'afrinic'],
  ['LACNIC', 'lacnic'],
  ['JPNIC', 'jpnic'],
  ['ARIN', 'arin'],
]);

const HOSTS: ReadonlyMap<string, RegistryId> = new Map([
  ['whois.ripe.net', 'ripe'],
  ['whois.apnic.net', 'apnic'],
  ['whois.afrinic.net', 'afrinic'],
  ['whois.lacnic.net', 'lacnic'],
]);

const ROLES: ReadonlyArray<readonly [string, ContactRole]> = [
  ['admin-c', 'admin'],
  ['owner-c', 'admin'],
  ['tech-c', 'tech'],
  ['abuse-c', 'abuse'],
  ['mnt-by', 'maintainer'],
];

/** RPSL (RFC 2622) as RIPE, APNIC and AFRINIC answer, and LACNIC's look-alike. */
export const rpsl: Grammar = {
  id: 'rpsl',
  matches: (text) => /^(?:inetnum|inet6num|organisation|role|person|nic-hdl|mntner):/m.test(text),
  parse(text, hint) {
    const blocks = readBlocks(text);
    const spare = registryOf(text, hint);
    const organisations = blocks.flatMap((block) => readOrganisation(block, spare));
    const names = new Map(organisations.map(({ handle, name }) => [handle, name]));
    const mailboxes = readAbuseComments(text);
    const networks = blocks.flatMap((block) => readNetwork(block, spare, names, mailboxes));
    const contacts = blocks.flatMap((block) => readContact(block, spare));
    const pivot = /(?:^|\s)-i\s+pn\s+(\S+)/.exec(hint.query ?? '')?.[1]?.toUpperCase();
    const mirrored =
      hint.server !== 'whois.nic.ad.jp' &&
      (networks.some(({ registry }) => registry === 'jpnic') || /mirrored by APNIC from JPNIC/i.test(text));
    const base: Parts = {
      registry: networks[0]?.registry ?? organisations[0]?.registry ?? contacts[0]?.registry ?? spare,
      organisations,
      contacts,
      references: pivot === undefined ? [] : [{ handle: pivot, ranges: networks.map(({ range }) => range) }],
      referral: mirrored ? 'whois.nic.ad.jp' : null,
      networks,
      listed: [],
    };
    return pivot === undefined ? { ...base, ...demoteEnclosing(networks, isPlaceholder) } : base;
  },
};

/** What registries answer for space that another one manages. */
function isPlaceholder({ name }: Network): boolean {
  return /^(?:NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK|IANA-NETBLOCK-\d+|IANA-BLK)$/.test(name ?? '');
}

function registryOf(text: string, hint: Hint): RegistryId {
  const banner = /^% .*?(RIPE|APNIC|AFRINIC|LACNIC)\b/im.exec(text)?.[1]?.toUpperCase();
  return HOSTS.get(hint.server ?? '') ?? SOURCES.get(banner ?? '') ?? 'unknown';
}

function sourceOf(block: Block, spare: RegistryId): RegistryId {
  return SOURCES.get(wordOf(block, 'source')?.toUpperCase() ?? '') ?? spare;
}

function readRange(text: string): AddressRange | null {
  // LACNIC shortens prefixes: `200.57.128/19`.
  const short = /^(\d+(?:\.\d+){0,2})\/(\d+)$/.exec(text);
  if (!short) return parseRange(text);
  const missing = 4 - (short[1] ?? '').split('.').length;
  return parseRange(`${short[1]}${'.0'.repeat(missing)}/${short[2]}`);
}

function readNetwork(
  block: Block,
  spare: RegistryId,
  names: ReadonlyMap<string | null, string>,
  mailboxes: ReadonlyMap<string, string>,
): Network[] {
  const first = block[0];
  if (first?.name !== 'inetnum' && first?.name !== 'inet6num') return [];
  const range = readRange(first.value);
  if (!range) return [];
  const registry = sourceOf(block, spare);
  return [
    {
      registry,
      range,
      name: wordOf(block, 'netname'),
      organisation: readHolder(block, names),
      contacts: ROLES.flatMap(([name, role]) =>
        valuesOf(block, name).map((value) => ({ handle: (value.split(/\s+/)[0] ?? '').toUpperCase(), role })),
      ),
      abuseEmail: wordOf(block, 'abuse-mailbox') ?? mailboxes.get(first.value.replace(/\s+/g, '')) ?? null,
      country: wordOf(block, 'country')?.toUpperCase() ?? null,
      allocatedOn: readDate(valueOf(block, 'created')),
      updatedOn: readDate(valueOf(block, 'last-modified', 'changed')?.replace(/^\S+@\S+\s+/, '')),
      fields: fieldsOf(block),
    },
  ];
}

/** By its handle and, if the answer brings the object, its name; else the first line of `descr`. */
function readHolder(block: Block, names: ReadonlyMap<string | null, string>): OrganisationRef | null {
  const handle = wordOf(block, 'org', 'ownerid')?.toUpperCase() ?? null;
  const known = handle === null ? undefined : names.get(handle);
  const name = known ?? valueOf(block, 'owner', 'descr')?.split('\n')[0] ?? handle;
  return name === null ? null : { handle, name };
}

/** RIPE's and APNIC's comment, by its range: `% Abuse contact for 'RANGE' is 'MAILBOX'`. */
function readAbuseComments(text: string): Map<string, string> {
  const comments = text.matchAll(/^% Abuse contact for '([^'\n]{1,99})' is '([^'\s]{1,254})'/gm);
  return new Map([...comments].map((match) => [(match[1] ?? '').replace(/\s+/g, ''), match[2] ?? '']));
}

const joined = (values: readonly string[]): string | null => values.join(' ').replace(/\n/g, ' ') || null;

/** An `organisation` object; LACNIC writes the owner into the network. */
function readOrganisation(block: Block, spare: RegistryId): Organisation[] {
  const owner = valueOf(block, 'owner');
  if (block[0]?.name !== 'organisation' && owner === null) return [];
  const handle = wordOf(block, 'organisation', 'ownerid')?.toUpperCase() ?? null;
  return [
    {
      registry: sourceOf(block, spare),
      handle,
      name: valueOf(block, 'org-name') ?? owner ?? handle ?? '',
      phone: valueOf(block, 'phone'),
      email: wordOf(block, 'e-mail', 'abuse-mailbox'),
      postalAddress: joined(valuesOf(block, 'address')),
      fields: fieldsOf(block),
    },
  ];
}

function readContact(block: Block, spare: RegistryId): Contact[] {
  const handle = wordOf(block, 'nic-hdl', 'nic-hdl-br')?.toUpperCase();
  if (handle === undefined || !['person', 'role', 'nic-hdl', 'nic-hdl-br'].includes(block[0]?.name ?? '')) return [];
  return [
    {
      registry: sourceOf(block, spare),
      handle,
      kind: block[0]?.name === 'role' ? 'group' : 'person',
      name: valueOf(block, 'person', 'role'),
      email: wordOf(block, 'e-mail', 'abuse-mailbox'),
      organisation: valueOf(block, 'org'),
      division: null,
      title: null,
      phone: valueOf(block, 'phone'),
      fax: valueOf(block, 'fax-no'),
      postalAddress: joined(valuesOf(block, 'address')),
      updatedOn: readDate(valueOf(block, 'last-modified', 'changed')?.replace(/^\S+@\S+\s+/, '')),
      proxy: false,
      fields: fieldsOf(block),
    },
  ];
}
