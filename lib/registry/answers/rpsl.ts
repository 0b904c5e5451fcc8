import {
  type Contact,
  type ContactRole,
  type Network,
  type Organisation,
  type OrganisationRef,
  type Origin,
  parseRange,
  type RegistryId,
} from '@/lib/model';
import { readAsn } from './asn';
import { type Block, fieldsOf, joinedValues, readBlocks, valueOf, valuesOf, wordOf } from './attributes';
import { readDate } from './dates';
import { demoteEnclosing, listAll } from './enclosing';
import type { Grammar, Hint, Parts } from './grammar';

const SOURCES: ReadonlyMap<string, RegistryId> = new Map([
  ['RIPE', 'ripe'],
  ['APNIC', 'apnic'],
  ['AFRINIC', 'afrinic'],
  ['JPNIC', 'jpnic'],
  ['KRNIC', 'krnic'],
  ['TWNIC', 'twnic'],
  ['CNNIC', 'apnic'],
  ['IDNIC', 'apnic'],
  ['ARIN', 'arin'],
]);

/** Registries whose networks APNIC only mirrors: they know the contacts, APNIC does not. */
const MIRRORED: ReadonlyArray<readonly [RegistryId, string]> = [
  ['jpnic', 'whois.nic.ad.jp'],
  ['krnic', 'whois.kr'],
  ['twnic', 'whois.twnic.net.tw'],
];

const HOSTS: ReadonlyMap<string, RegistryId> = new Map([
  ['whois.ripe.net', 'ripe'],
  ['whois.apnic.net', 'apnic'],
  ['whois.afrinic.net', 'afrinic'],
]);

const ROLES: ReadonlyArray<readonly [string, ContactRole]> = [
  ['admin-c', 'admin'],
  ['tech-c', 'tech'],
  ['abuse-c', 'abuse'],
  ['mnt-by', 'maintainer'],
];

/** Inverse queries by contact, organisation, maintainer: every network is an answer, however they nest. */
const INVERSE = /(?:^|\s)-i\s+([a-z,-]+)\s+(\S+)/;
const BY_CONTACT = /^(?:pn|admin-c|tech-c|abuse-c|zone-c)(?:,|$)/;

/** Queries for all networks around (`-L`, `-l`) or inside (`-M`, `-m`) one. */
const FAMILY = /(?:^|\s)-([LlMm])(?:\s|$)/;

/** RPSL (RFC 2622) as RIPE, APNIC and AFRINIC answer. */
export const rpsl: Grammar = {
  id: 'rpsl',
  matches: (text) => /^(?:inetnum|inet6num|organisation|role|person|nic-hdl|mntner|route6?|aut-num):/m.test(text),
  parse(text, hint) {
    const blocks = readBlocks(text);
    const spare = registryOf(text, hint);
    const organisations = blocks.flatMap((block) => readOrganisation(block, spare));
    const names = new Map(organisations.map(({ handle, name }) => [handle, name]));
    const mailboxes = readAbuseComments(text);
    const networks = blocks.flatMap((block) => readNetwork(block, spare, names, mailboxes));
    const contacts = blocks.flatMap((block) => readContact(block, spare));
    const query = hint.query ?? '';
    const [, attribute = '', key = ''] = INVERSE.exec(query) ?? [];
    const pivot = BY_CONTACT.test(attribute) ? key.toUpperCase() : undefined;
    const origins = blocks.flatMap(readOrigin);
    const base: Parts = {
      registry: networks[0]?.registry ?? organisations[0]?.registry ?? contacts[0]?.registry ?? spare,
      organisations,
      contacts,
      references: pivot === undefined ? [] : [{ handle: pivot, ranges: networks.map(({ range }) => range) }],
      referral: readMirrored(networks, text, hint),
      networks,
      listed: [],
      ...(origins.length > 0 && { origins }),
    };
    if (attribute !== '') return base;
    const family = FAMILY.exec(query)?.[1];
    if (family !== undefined)
      return { ...base, ...listAll(networks, /l/i.test(family) ? 'less-specific' : 'more-specific') };
    return { ...base, ...demoteEnclosing(networks, isPlaceholder) };
  },
};

/** The server of the registry that an answer of APNIC's is a mirror of. */
function readMirrored(networks: readonly Network[], text: string, hint: Hint): string | null {
  for (const [registry, host] of MIRRORED) {
    if (hint.server === host) continue;
    const said = new RegExp(`mirrored by APNIC from ${registry}`, 'i').test(text);
    if (said || networks.some((network) => network.registry === registry)) return host;
  }
  return null;
}

/** What registries answer for space that another one manages. */
function isPlaceholder({ name }: Network): boolean {
  return /^(?:NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK|IANA-NETBLOCK-\d+|IANA-BLK)$/.test(name ?? '');
}

function registryOf(text: string, hint: Hint): RegistryId {
  const banner = /^% .*?(RIPE|APNIC|AFRINIC)\b/im.exec(text)?.[1]?.toUpperCase();
  return HOSTS.get(hint.server ?? '') ?? SOURCES.get(banner ?? '') ?? 'unknown';
}

function sourceOf(block: Block, spare: RegistryId): RegistryId {
  return SOURCES.get(wordOf(block, 'source')?.toUpperCase() ?? '') ?? spare;
}

function readNetwork(
  block: Block,
  spare: RegistryId,
  names: ReadonlyMap<string | null, string>,
  mailboxes: ReadonlyMap<string, string>,
): Network[] {
  const first = block[0];
  if (first?.name !== 'inetnum' && first?.name !== 'inet6num') return [];
  const range = parseRange(first.value);
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
  const handle = wordOf(block, 'org')?.toUpperCase() ?? null;
  const known = handle === null ? undefined : names.get(handle);
  const name = known ?? valueOf(block, 'descr')?.split('\n')[0] ?? handle;
  return name === null ? null : { handle, name };
}

/** RIPE's and APNIC's comment, by its range: `% Abuse contact for 'RANGE' is 'MAILBOX'`. */
function readAbuseComments(text: string): Map<string, string> {
  const comments = text.matchAll(/^% Abuse contact for '([^'\n]{1,99})' is '([^'\s]{1,254})'/gm);
  return new Map([...comments].map((match) => [(match[1] ?? '').replace(/\s+/g, ''), match[2] ?? '']));
}

/** An `organisation` object. */
function readOrganisation(block: Block, spare: RegistryId): Organisation[] {
  if (block[0]?.name !== 'organisation') return [];
  const handle = wordOf(block, 'organisation')?.toUpperCase() ?? null;
  return [
    {
      registry: sourceOf(block, spare),
      handle,
      name: valueOf(block, 'org-name') ?? handle ?? '',
      phone: valueOf(block, 'phone'),
      email: wordOf(block, 'e-mail', 'abuse-mailbox'),
      postalAddress: joinedValues(block, 'address'),
      fields: fieldsOf(block),
    },
  ];
}

function readContact(block: Block, spare: RegistryId): Contact[] {
  const handle = wordOf(block, 'nic-hdl')?.toUpperCase();
  if (handle === undefined || !['person', 'role', 'nic-hdl'].includes(block[0]?.name ?? '')) return [];
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
      postalAddress: joinedValues(block, 'address'),
      updatedOn: readDate(valueOf(block, 'last-modified', 'changed')?.replace(/^\S+@\S+\s+/, '')),
      proxy: false,
      fields: fieldsOf(block),
    },
  ];
}

/** `route` and `route6` (who announces it), `aut-num` (the AS itself). */
function readOrigin(block: Block): Origin[] {
  const first = block[0];
  const route = first?.name === 'route' || first?.name === 'route6';
  const asn = readAsn(route ? wordOf(block, 'origin') : first?.name === 'aut-num' ? first.value : null);
  if (asn === null) return [];
  return [
    {
      asn,
      seen: false,
      name: route ? null : (wordOf(block, 'as-name') ?? null),
      range: route ? parseRange(first.value) : null,
      address: null,
      country: null,
      allocatedOn: route ? null : readDate(valueOf(block, 'created')),
    },
  ];
}
