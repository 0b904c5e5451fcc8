import type { RegistryId } from '@/lib/model';
import { CAREFUL_PER_DAY, OFFERS_NOTHING, type Questions, USUAL_PER_DAY } from './servers';

/** One registry's RDAP server, or another that answers paths with JSON. */
export interface RdapRow {
  /** Lower case; also the name of its lane. */
  host: string;
  registry: RegistryId;
  /** What the paths below are added to. */
  base: string;
  /** Between two questions, one at a time. */
  minIntervalMs: number;
  /** As a whois row's. */
  perDay: number;
  /** An address inside one of these is asked here at once; only an override has them. */
  prefixes: readonly string[];
  /** Paths below the base; `{key}` stands for what is asked. */
  questions: Questions;
  pivot: boolean;
  /** As a whois row's. */
  personalPerDay: number | null;
  /** RDAP knows CIDR blocks, and no other ranges. */
  cidrOnly: true;
  terms: string;
  /** The address to connect to in place of the name's; only an override has one. */
  address: string | null;
  overridden: boolean;
}

type Fact = Pick<RdapRow, 'base' | 'registry' | 'terms'> &
  Partial<Pick<RdapRow, 'questions' | 'personalPerDay' | 'minIntervalMs' | 'perDay'>>;

/** RFC 9082: what every registry answers. `origin` is the holder of an AS. */
const LOOKUPS: Questions = { ...OFFERS_NOTHING, address: 'ip/{key}', network: 'ip/{key}', contact: 'entity/{key}' };

/** RFC 9910, at RIPE and ARIN. */
const HIERARCHY = { inside: 'ips/rirSearch1/rdap-down/{key}', around: 'ips/rirSearch1/rdap-up/{key}' } as const;

const FACTS: readonly Fact[] = [
  {
    // The only one with reverse search (RFC 9536): by handle, full name and e-mail, for persons and organisations alike.
    base: 'https://rdap.arin.net/registry/',
    registry: 'arin',
    perDay: USUAL_PER_DAY,
    questions: {
      ...LOOKUPS,
      ...HIERARCHY,
      pivot: 'ips/reverse_search/entity?handle={key}',
      'pivot-organisation': 'ips/reverse_search/entity?handle={key}',
      'pivot-name': 'ips/reverse_search/entity?fn={key}',
      'pivot-email': 'ips/reverse_search/entity?email={key}',
    },
    terms:
      'ARIN WHOIS data and services are subject to the Terms of Use available at: https://www.arin.net/resources/registry/whois/tou/',
  },
  {
    // An organisation's own entity lists its networks, 100 at most. Look-ups of addresses bring personal
    // objects, which RIPE counts (1,000 a day): whois with `-r` asks for those.
    base: 'https://rdap.db.ripe.net/',
    registry: 'ripe',
    personalPerDay: 1_000,
    questions: { ...LOOKUPS, ...HIERARCHY, 'pivot-organisation': 'entity/{key}' },
    terms: 'The RIPE Database is subject to Terms and Conditions. https://docs.db.ripe.net/terms-conditions.html',
  },
  {
    base: 'https://rdap.apnic.net/',
    registry: 'apnic',
    terms: 'Whois data copyright terms: http://www.apnic.net/db/dbcopyright.html',
  },
  {
    base: 'https://rdap.afrinic.net/rdap/',
    registry: 'afrinic',
    terms: 'The AFRINIC whois database is subject to https://afrinic.net/whois/terms',
  },
  {
    base: 'https://rdap.lacnic.net/rdap/',
    registry: 'lacnic',
    terms: 'https://www.lacnic.net/1040/2/lacnic/lacnics-whois',
  },
  {
    base: 'https://rdap.registro.br/',
    registry: 'nicbr',
    terms:
      'Copyright (c) Nic.br - Use of this data is governed by the Use and Privacy Policy at https://registro.br/upp. Distribution, commercialization, reproduction, and use for advertising or similar purposes are expressly prohibited.',
  },
  // The national registries whose RDAP APNIC runs; IDNIC's objects are APNIC's.
  ...(
    [
      ['jpnic', 'jpnic'],
      ['krnic', 'krnic'],
      ['twnic', 'twnic'],
      ['idnic', 'apnic'],
    ] as const
  ).map(([name, registry]) => ({
    base: `https://${name}.rdap.apnic.net/`,
    registry,
    terms: 'Whois data copyright terms: http://www.apnic.net/db/dbcopyright.html',
  })),
  {
    // RIPEstat's data call, which is no RDAP. Its rules of usage: no more than eight questions at a time, a
    // `sourceapp` of who asks regularly, and a word to them beyond a thousand a day: it is asked by hand only.
    base: 'https://stat.ripe.net/data/',
    registry: 'ripestat',
    minIntervalMs: 2_000,
    perDay: 1_000,
    questions: { ...OFFERS_NOTHING, announced: 'announced-prefixes/data.json?resource=AS{key}&sourceapp=ringleader' },
    terms:
      'RIPEstat Service Terms and Conditions: https://www.ripe.net/about-us/legal/ripestat-service-terms-and-conditions',
  },
  {
    // The bootstrap files (RFC 9224), to be kept for a day: two, and their tries.
    base: 'https://data.iana.org/rdap/',
    registry: 'iana',
    perDay: 50,
    questions: OFFERS_NOTHING,
    terms: 'https://www.iana.org/help/licensing-terms',
  },
];

/** The RDAP servers as shipped; also the hosts a redirect may lead to. */
export const RDAP_SERVERS: readonly RdapRow[] = FACTS.map((fact) => ({
  host: new URL(fact.base).hostname,
  minIntervalMs: 1_000,
  // Asked only where whois has no answer: our politeness.
  perDay: CAREFUL_PER_DAY,
  prefixes: [],
  questions: LOOKUPS,
  personalPerDay: null,
  pivot: true,
  cidrOnly: true,
  address: null,
  overridden: false,
  ...fact,
}));

/** What a host that only RINGLEADER_REGISTRIES names starts from. */
export function unknownRdap(host: string, base: string): RdapRow {
  return {
    host,
    registry: 'unknown',
    base,
    minIntervalMs: 1_000,
    perDay: CAREFUL_PER_DAY,
    prefixes: [],
    questions: LOOKUPS,
    personalPerDay: null,
    pivot: false,
    cidrOnly: true,
    terms: '',
    address: null,
    overridden: true,
  };
}
