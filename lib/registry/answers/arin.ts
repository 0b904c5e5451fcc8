import { type Contact, type Network, type Organisation, parseRange } from '@/lib/model';
import { type Block, fieldsOf, readBlocks, valueOf, valuesOf, wordOf } from './attributes';
import { readDate } from './dates';
import { demoteEnclosing } from './enclosing';
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
  matches: (text) => /^(?:NetRange|OrgId|CustName|POCHandle):/m.test(text),
  parse(text) {
    const blocks = readBlocks(text);
    const contacts = blocks.flatMap(readPoints);
    const networks = blocks.flatMap((_, index) => readNetwork(blocks, index));
    return {
      registry: 'arin',
      ...demoteEnclosing(networks, ({ organisation }) => REGISTRIES.has(organisation?.handle ?? null)),
      organisations: blocks.flatMap(readOrganisation).filter(({ handle }) => !REGISTRIES.has(handle)),
      contacts: [...new Map(contacts.map((contact) => [contact.handle, contact])).values()],
      references: [],
      referral: readHost(wordOf(blocks.flat(), 'referralserver')),
    };
  },
};

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
