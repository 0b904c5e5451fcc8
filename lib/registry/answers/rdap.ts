import { type AddressRange, type Network, type Origin, parseRange, type RegistryId } from '@/lib/model';
import { readAsn } from './asn';
import { listAll } from './enclosing';
import type { Grammar, Hint, Parts } from './grammar';
import { isObject, type JsonObject, listOf, member, objectsOf, parseJson, textMember, textOf, textsOf } from './json';
import {
  objectFields,
  type Parties,
  readEvent,
  readParties,
  readParty,
  readRedactions,
  toContact,
  toOrganisation,
} from './rdap-entity';
import { judgeRdap } from './rdap-status';

/** Hosts of RDAP and of the `port43` they name, and whose data they give. */
const HOSTS: ReadonlyMap<string, RegistryId> = new Map([
  ['rdap.arin.net', 'arin'],
  ['whois.arin.net', 'arin'],
  ['rdap.db.ripe.net', 'ripe'],
  ['whois.ripe.net', 'ripe'],
  ['rdap.apnic.net', 'apnic'],
  ['idnic.rdap.apnic.net', 'apnic'],
  ['whois.apnic.net', 'apnic'],
  ['rdap.afrinic.net', 'afrinic'],
  ['whois.afrinic.net', 'afrinic'],
  ['rdap.lacnic.net', 'lacnic'],
  ['whois.lacnic.net', 'lacnic'],
  ['rdap.registro.br', 'nicbr'],
  ['whois.registro.br', 'nicbr'],
  ['jpnic.rdap.apnic.net', 'jpnic'],
  ['whois.nic.ad.jp', 'jpnic'],
  ['krnic.rdap.apnic.net', 'krnic'],
  ['whois.nic.or.kr', 'krnic'],
  ['twnic.rdap.apnic.net', 'twnic'],
  ['whois.twnic.net', 'twnic'],
]);

const NETWORK_FIELDS = [
  ...['handle', 'startAddress', 'endAddress', 'ipVersion', 'name', 'type', 'country', 'parentHandle', 'status'],
  'port43',
];

/** RDAP's JSON (RFC 9083): a network, an AS, an entity with its networks, or what a search found (RFC 9536, 9910). */
export const rdap: Grammar = {
  id: 'rdap',
  matches: (text) =>
    /^\s*\{/.test(text) && /"(?:rdapConformance|objectClassName|errorCode|errormessages|ipSearchResults)"/.test(text),
  parse(text, hint) {
    const root = parseJson(text);
    const registry = registryOf(root, hint);
    const top = isObject(root) ? [root] : [];
    const asked = top.filter((object) => textMember(object, 'objectClassName') === 'entity').map(readParty);
    const networks = top
      .flatMap((object) => [
        ...(isNetwork(object) ? [object] : []),
        ...objectsOf(object, 'ipSearchResults'),
        ...objectsOf(object, 'networks'),
      ])
      .flatMap((object) => readNetwork(object, registry));
    const others = top.flatMap((object) => [object, ...objectsOf(object, 'autnums'), ...autnumResults(object)]);
    const parties = [
      ...networks.map((one) => one.parties),
      ...others.filter((o) => !isNetwork(o)).map((o) => readParties(o, registry)),
    ];
    const origins = [...networks.flatMap((one) => one.origins), ...others.flatMap(readAutnum)];
    const redacted = [
      ...others.filter((object) => !isNetwork(object)).flatMap(readRedactions),
      ...parties.flatMap((one) => one.redacted),
    ];
    const owner = asked.find(({ isOrganisation }) => isOrganisation);
    const own = networks.map(({ network }) =>
      owner ? { ...network, organisation: network.organisation ?? refOf(owner) } : network,
    );
    return {
      registry,
      ...relate(own, hint),
      organisations: unique([
        ...asked.filter((party) => party.isOrganisation).map((party) => toOrganisation(party, registry)),
        ...parties.flatMap((one) => one.organisations),
      ]),
      contacts: unique([
        ...asked.flatMap((party) => toContact(party, registry)),
        ...parties.flatMap((one) => one.contacts),
      ]),
      references: readReferences(
        own,
        asked.filter((party) => !party.isOrganisation).map(({ handle }) => handle)[0] ?? null,
        hint,
      ),
      referral: null,
      ...(origins.length > 0 && { origins }),
      ...(redacted.length > 0 && { redacted }),
    };
  },
  judge: (text, hint) => judgeRdap(parseJson(text), hint),
};

const isNetwork = (object: unknown): boolean => member(object, 'startAddress') !== undefined;

const autnumResults = (object: JsonObject): JsonObject[] => objectsOf(object, 'autnumSearchResults');

const refOf = ({ handle, card }: ReturnType<typeof readParty>): Network['organisation'] => {
  const name = card.name ?? handle;
  return name === null ? null : { handle, name };
};

function registryOf(root: unknown, hint: Hint): RegistryId {
  const port43 = [root, ...objectsOf(root, 'ipSearchResults').slice(0, 1)].map((object) =>
    textMember(object, 'port43'),
  );
  return [hint.server, ...port43].map((host) => HOSTS.get(host ?? '')).find((id) => id !== undefined) ?? 'unknown';
}

function readRange(object: JsonObject): AddressRange | null {
  const first = textMember(object, 'startAddress')?.replace(/\/\d+$/, '');
  const last = textMember(object, 'endAddress')?.replace(/\/\d+$/, '');
  return parseRange(`${first ?? ''}-${last ?? ''}`);
}

function readNetwork(
  object: JsonObject,
  registry: RegistryId,
): Array<{ network: Network; parties: Parties; origins: Origin[] }> {
  const range = readRange(object);
  if (!range) return [];
  const parties = readParties(object, registry);
  const described = objectsOf(object, 'remarks').find((remark) => textMember(remark, 'title') === 'description');
  const name = textsOf(described, 'description')[0] ?? null;
  const network: Network = {
    registry,
    range,
    name: textMember(object, 'name'),
    organisation: parties.holder ?? (name === null ? null : { handle: null, name }),
    contacts: parties.roles,
    abuseEmail: parties.abuseEmail,
    country: textMember(object, 'country')?.toUpperCase() ?? null,
    allocatedOn: readEvent(object, 'registration'),
    updatedOn: readEvent(object, 'last changed'),
    fields: objectFields(object, NETWORK_FIELDS),
  };
  const origins = listOf(member(object, 'arin_originas0_originautnums'))
    .map((asn) => readAsn(textOf(asn)))
    .filter((asn) => asn !== null)
    .map((asn) => ({ asn, seen: false, name: null, range, address: null, country: null, allocatedOn: null }));
  return [{ network, parties: { ...parties, redacted: [...readRedactions(object), ...parties.redacted] }, origins }];
}

function readAutnum(object: JsonObject): Origin[] {
  const asn = readAsn(textMember(object, 'startAutnum'));
  if (asn === null) return [];
  return [
    {
      asn,
      seen: false,
      name: textMember(object, 'name'),
      range: null,
      address: null,
      country: textMember(object, 'country')?.toUpperCase() ?? null,
      allocatedOn: readEvent(object, 'registration'),
    },
  ];
}

/** Networks above (`rdap-up`, `rdap-top`) and below (`rdap-down`, `rdap-bottom`) one are only told of. */
function relate(networks: readonly Network[], hint: Hint): Pick<Parts, 'networks' | 'listed'> {
  const relation = /rirSearch1\/rdap-(up|top|down|bottom)\//.exec(hint.query ?? '')?.[1];
  if (relation === undefined) return { networks, listed: [] };
  return listAll(networks, relation === 'up' || relation === 'top' ? 'less-specific' : 'more-specific');
}

/**
 * "These networks name this contact": a contact's own list, or a reverse search by its handle. Where the handle
 * is the organisation's, the networks say so themselves.
 */
function readReferences(networks: readonly Network[], contact: string | null, hint: Hint): Parts['references'] {
  const searched = /reverse_search\/entity\?handle=([A-Za-z0-9._-]+)/.exec(hint.query ?? '')?.[1]?.toUpperCase();
  const handle = searched ?? contact;
  if (handle === null || networks.length === 0) return [];
  if (networks.some(({ organisation }) => organisation?.handle === handle)) return [];
  return [{ handle, ranges: networks.map(({ range }) => range) }];
}

/** Each handle once, as it is told first: the same entity stands in many objects. */
function unique<T extends { handle: string | null; name: string | null }>(items: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const item of items) {
    const key = item.handle ?? `name ${item.name}`;
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
