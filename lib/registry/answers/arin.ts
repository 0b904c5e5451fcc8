import { type Contact, type Network, type Organisation, parseRange } from '@/lib/model';
import { type Block, fieldsOf, readBlocks, valueOf, valuesOf, wordOf } from './attributes';
import { readDate } from './dates';
import { demoteEnclosing, listAll } from './enclosing';
import type { Grammar } from './grammar';
import { readHost } from './iana';

/** Organisations whose blocks are whole registries'. */
const REGISTRIES: ReadonlySet<string | null> = new Set(['RIPE', 'APNIC', 'AFRINIC', 'LACNIC']);

const POINTS = [
  ['Admin', 'admin'],
  ['Tech', 'tech'],
  ['NOC', 'tech'],
  ['Abuse', 'abuse'],
] as const;

/** ARIN's whois: a network block, its organisation, then one block a point of contact. */
export const arin: Grammar = {
  id: 'arin',
  matches: (text) => /^(?:NetRange|OrgId|CustName|POCHandle):/m.test(text) || SUMMARY.test(text),
  parse(text, hint) {
    const blocks = readBlocks(text);
    const contacts = blocks.flatMap(readPoints);
    const networks = blocks.flatMap((_, index) => readNetwork(blocks, index));
    const summaries = text.split('\n').flatMap(readSummary);
    const [, type = '', sign = '', key = ''] = ASKED.exec(hint.query ?? '') ?? [];
    const found =
      type === 'n'
        ? listAll(summaries, sign === '<' ? 'less-specific' : 'more-specific')
        : demoteEnclosing(networks, ({ organisation }) => REGISTRIES.has(organisation?.handle ?? null));
    const references = type === 'p' ? [{ handle: key.toUpperCase(), ranges: summaries.map(({ range }) => range) }] : [];
    return {
      registry: 'arin',
      ...found,
      networks: type === 'o' ? [...found.networks, ...ownedBy(summaries, key.toUpperCase())] : found.networks,
      organisations: blocks.flatMap(readOrganisation).filter(({ handle }) => !REGISTRIES.has(handle)),
      contacts: [...new Map(contacts.map((contact) => [contact.handle, contact])).values()],
      references: references.filter(({ ranges }) => ranges.length > 0),
      referral: readHost(wordOf(blocks.flat(), 'referralserver')),
    };
  },
};

/** A line of a list: `Granite Cloud LLC GRANITE-1 (NET-198-51-100-64-1) 198.51.100.64 - 198.51.100.127`. */
const SUMMARY = /^([^\n:]{1,200}) \((NET6?-[0-9A-F-]{1,60})\) ([0-9A-Fa-f.:]{2,45} - [0-9A-Fa-f.:]{2,45})[ \t]*$/m;

/** Lists of what is below (`>`) or above (`<`) a network, an organisation or a point of contact. */
const ASKED = /^([nop]) (?:! )?([<>]) (\S+)$/;

function readSummary(line: string): Network[] {
  const match = SUMMARY.exec(line);
  const range = parseRange(match?.[3] ?? '');
  if (!match || !range) return [];
  const words = (match[1] ?? '').trim().split(/\s+/);
  const name = words.slice(0, -1).join(' ');
  return [
    {
      registry: 'arin',
      range,
      name: words.at(-1) ?? null,
      organisation: name === '' ? null : { handle: null, name },
      contacts: [],
      abuseEmail: null,
      country: null,
      allocatedOn: null,
      updatedOn: null,
      fields: [{ label: match[2] ?? '', value: line.trim() }],
    },
  ];
}

/** The list below an organisation names it but not its handle. */
function ownedBy(networks: readonly Network[], handle: string): Network[] {
  return networks.map((network) => ({
    ...network,
    organisation: network.organisation && { ...network.organisation, handle },
  }));
}

/** The blocks behind a network, up to the next one, are its organisation's and its contacts'. */
function readNetwork(blocks: readonly Block[], index: number): Network[] {
  const block = blocks[index] ?? [];
  const range = parseRange(valueOf(block, 'netrange') ?? '');
  if (!range) return [];
  const next = blocks.findIndex((other, at) => at > index && valueOf(other, 'netrange') !== null);
  const own = blocks.slice(index + 1, next < 0 ? blocks.length : next);
  const points = own.flatMap(readPoints);
  const roles = new Map(
    POINTS.flatMap(([kind, role]) =>
      own
        .flatMap((other) => valuesOf(other, `org${kind.toLowerCase()}handle`))
        .map((handle) => [handle, role] as const),
    ),
  );
  // `Organization:   Example Hosting (EXHO)`; a customer's block has `CustName` and no handle.
  const named = /^(.*?)(?:\s+\(([A-Z0-9-]+)\))?$/.exec(valueOf(block, 'organization') ?? '');
  const name = valueOf([...own.flat(), ...block], 'custname') ?? (named?.[1] || valueOf(own.flat(), 'orgname'));
  return [
    {
      registry: 'arin',
      range,
      name: wordOf(block, 'netname'),
      organisation: name === null ? null : { handle: named?.[2] ?? wordOf(own.flat(), 'orgid'), name },
      contacts: [...roles].map(([handle, role]) => ({ handle: handle.toUpperCase(), role })),
      abuseEmail:
        valueOf(own.flat(), 'orgabuseemail') ??
        points.find(({ handle }) => roles.get(handle) === 'abuse')?.email ??
        null,
      country: wordOf(own.flat(), 'country')?.toUpperCase() ?? null,
      allocatedOn: readDate(valueOf(block, 'regdate')),
      updatedOn: readDate(valueOf(block, 'updated')),
      fields: fieldsOf(block),
    },
  ];
}

function readAddress(block: Block): string | null {
  const parts = ['address', 'city', 'stateprov', 'postalcode', 'country'].flatMap((name) => valuesOf(block, name));
  return parts.join(', ').replace(/\n/g, ', ') || null;
}

function readOrganisation(block: Block): Organisation[] {
  const name = valueOf(block, 'orgname');
  if (name === null) return [];
  return [
    {
      registry: 'arin',
      handle: wordOf(block, 'orgid')?.toUpperCase() ?? null,
      name,
      phone: null,
      email: null,
      postalAddress: readAddress(block),
      fields: fieldsOf(block),
    },
  ];
}

function readPoints(block: Block): Contact[] {
  const contact = (prefix: string): Contact[] => {
    const handle = wordOf(block, `${prefix}handle`);
    if (handle === null) return [];
    return [
      {
        registry: 'arin',
        handle: handle.toUpperCase(),
        // ARIN writes persons and role accounts alike.
        kind: 'group',
        name: valueOf(block, `${prefix}name`, 'name'),
        email: wordOf(block, `${prefix}email`, 'email'),
        organisation: valueOf(block, 'company'),
        division: null,
        title: null,
        phone: valueOf(block, `${prefix}phone`, 'officephone', 'phone'),
        fax: null,
        postalAddress: prefix === 'poc' ? readAddress(block) : null,
        updatedOn: prefix === 'poc' ? readDate(valueOf(block, 'updated')) : null,
        proxy: false,
        fields: fieldsOf(block),
      },
    ];
  };
  return [...POINTS.flatMap(([kind]) => contact(`org${kind.toLowerCase()}`)), ...contact('poc')];
}
