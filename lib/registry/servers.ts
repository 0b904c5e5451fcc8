import type { RegistryId } from '@/lib/model';

/**
 * What can be asked of a registry, by whois or RDAP. The pivots are "all networks that name this contact
 * (`pivot`), organisation, maintainer", "whose contact has this name, this e-mail" and "other networks of this AS"; `inside` and `around` are the networks
 * below and above one; `origin` is "who announces this address", `origins` the same of many at once, `announced`
 * which blocks an AS is seen to announce, `routes` which ones are registered for it.
 */
export type QuestionKind =
  | 'address'
  | 'network'
  | 'contact'
  | 'pivot'
  | 'pivot-organisation'
  | 'pivot-maintainer'
  | 'pivot-name'
  | 'pivot-email'
  | 'pivot-asn'
  | 'inside'
  | 'around'
  | 'origin'
  | 'origins'
  | 'announced'
  | 'routes';

/** Query syntax, a line or several, `{key}` stands for what is asked; null: this registry does not offer the question. */
export type Questions = Readonly<Record<QuestionKind, string | null>>;

/** The pivots that a registry may stop to answer, which is what `pivot: false` says. */
export const PIVOTS: ReadonlySet<QuestionKind> = new Set([
  'pivot',
  'pivot-organisation',
  'pivot-maintainer',
  'pivot-name',
  'pivot-email',
]);

/** One registry's whois server. */
export interface ServerRow {
  /** Lower case. */
  host: string;
  registry: RegistryId;
  port: number;
  /** A WHATWG encoding label. */
  charset: string;
  /** Between two queries, one at a time. */
  minIntervalMs: number;
  /** Questions a UTC day, whoever asks; see {@link USUAL_PER_DAY}. A person may set another number. */
  perDay: number;
  /**
   * Match rule: an address inside one of these blocks is asked here at once. Empty: the server is
   * reached by referral from IANA.
   */
  prefixes: readonly string[];
  questions: Questions;
  /** Personal entries the registry gives one address a day, over all of its servers; null: no number is known. */
  personalPerDay: number | null;
  /** Whether the pivots are asked; a registry that stopped answering them can be switched off. */
  pivot: boolean;
  /** The registry's own terms, shown beside its data as it words them. */
  terms: string;
  /** The address to connect to in place of the name's; only an override has one. */
  address: string | null;
  /** True for a row that RINGLEADER_REGISTRIES changed or added. */
  overridden: boolean;
}

type Fact = Pick<ServerRow, 'host' | 'registry' | 'terms'> &
  Partial<Pick<ServerRow, 'charset' | 'minIntervalMs' | 'perDay' | 'pivot' | 'personalPerDay'>> & {
    questions: ServerRow['questions'];
  };

/**
 * Questions a day to a registry that publishes no number, which is all of them but for RIPE's 1,000 personal entries
 * and RIPEstat's thousand: our own politeness. A log of 100,000 addresses in 2,000 networks of five registries comes
 * to some 1,200 questions each, so this lets a large site work off its first log in a day and is a seventeenth of
 * what the pace alone would allow.
 */
export const USUAL_PER_DAY = 5_000;

/** At a registry that blocks whoever asks fast, and at the smaller ones: our own politeness again. */
export const CAREFUL_PER_DAY = 2_000;

/** Nothing is offered but what is named. */
export const OFFERS_NOTHING: Questions = {
  address: null,
  network: null,
  contact: null,
  pivot: null,
  'pivot-organisation': null,
  'pivot-maintainer': null,
  'pivot-name': null,
  'pivot-email': null,
  'pivot-asn': null,
  inside: null,
  around: null,
  origin: null,
  origins: null,
  announced: null,
  routes: null,
};

/** The key as it is, and no pivot. */
const PLAIN = { ...OFFERS_NOTHING, address: '{key}', network: '{key}', contact: '{key}' } as const;

/**
 * RIPE's software, its inverse queries included: `-r` everywhere, so that no person object comes unasked (RIPE's
 * acceptable use policy). `-L` and `-M` are all less and more specific networks.
 */
const RIPE_STYLE = {
  ...OFFERS_NOTHING,
  address: '-r -T inetnum,inet6num {key}',
  network: '-r -T inetnum,inet6num {key}',
  contact: '-r {key}',
  pivot: '-r -T inetnum,inet6num -i pn {key}',
  'pivot-organisation': '-r -T inetnum,inet6num -i og {key}',
  'pivot-maintainer': '-r -T inetnum,inet6num -i mb {key}',
  'pivot-asn': '-r -T route,route6 -i origin AS{key}',
  inside: '-r -T inetnum,inet6num -M {key}',
  around: '-r -T inetnum,inet6num -L {key}',
} as const;

const FACTS: readonly Fact[] = [
  {
    // It is asked once for each of its blocks, of which there are fewer than this: our own politeness.
    host: 'whois.iana.org',
    registry: 'iana',
    perDay: 1_000,
    questions: { ...PLAIN, network: null, contact: null },
    terms: 'https://www.iana.org/whois',
  },
  {
    // JPNIC's help and www.nic.ad.jp: address, prefix, handle as they are, `^STRING` for what refers to
    // it. Asked without `/e`: only the Japanese answer has the organisation in both scripts. No rate is
    // published; rapid repeats get the client blocked, hence 10 s.
    host: 'whois.nic.ad.jp',
    registry: 'jpnic',
    charset: 'iso-2022-jp',
    minIntervalMs: 10_000,
    perDay: CAREFUL_PER_DAY,
    pivot: true,
    questions: { ...PLAIN, pivot: '^{key}' },
    terms:
      "JPNIC database provides information regarding IP address and ASN. Its use is restricted to network administration purposes. For further information, use 'whois -h whois.nic.ad.jp help'.",
  },
  {
    // JPRS answers for domains; a domain answer is kept as a contact whose handle is the domain.
    host: 'whois.jprs.jp',
    registry: 'jprs',
    minIntervalMs: 10_000,
    perDay: CAREFUL_PER_DAY,
    questions: { ...OFFERS_NOTHING, contact: '{key}' },
    terms:
      "JPRS database provides information on network administration. Its use is restricted to network administration purposes. For further information, use 'whois -h whois.jprs.jp help'.",
  },
  {
    // RIPE's acceptable use policy: 1,000 personal data sets an address and 24 hours.
    host: 'whois.ripe.net',
    registry: 'ripe',
    personalPerDay: 1_000,
    pivot: true,
    questions: RIPE_STYLE,
    terms: 'The RIPE Database is subject to Terms and Conditions. https://docs.db.ripe.net/terms-conditions.html',
  },
  {
    host: 'whois.apnic.net',
    registry: 'apnic',
    pivot: true,
    questions: RIPE_STYLE,
    terms: 'Whois data copyright terms: http://www.apnic.net/db/dbcopyright.html',
  },
  {
    // RIPE-style flags; whether the inverse keys work there is not known, so no pivot.
    host: 'whois.afrinic.net',
    registry: 'afrinic',
    questions: {
      ...RIPE_STYLE,
      pivot: null,
      'pivot-organisation': null,
      'pivot-maintainer': null,
      'pivot-asn': null,
    },
    terms: 'The AFRINIC whois database is subject to https://afrinic.net/whois/terms',
  },
  {
    // Port 43 syntax: `n` networks, `p` points of contact, `o` organisations, `+` all details, `!` the handle
    // exactly, `>` and `<` what is below and above. RDAP answers the pivots better, hence switched off here.
    host: 'whois.arin.net',
    registry: 'arin',
    questions: {
      ...OFFERS_NOTHING,
      address: 'n + {key}',
      network: 'n + {key}',
      contact: 'p + {key}',
      pivot: 'p ! > {key}',
      'pivot-organisation': 'o ! > {key}',
      inside: 'n > {key}',
      around: 'n < {key}',
    },
    terms:
      'ARIN WHOIS data and services are subject to the Terms of Use available at: https://www.arin.net/resources/registry/whois/tou/',
  },
  {
    // "accepts single ASN, IPv4 or IPv6 queries" (its own notice): neither handles nor a pivot.
    host: 'whois.lacnic.net',
    registry: 'lacnic',
    charset: 'iso-8859-1',
    perDay: CAREFUL_PER_DAY,
    questions: { ...PLAIN, contact: null },
    terms: 'https://www.lacnic.net/1040/2/lacnic/lacnics-whois',
  },
  {
    // "only accepts exact match queries for domains, registrants, contacts, tickets, providers, IPs, and ASNs"
    // (its own notice): no pivot.
    host: 'whois.registro.br',
    registry: 'nicbr',
    charset: 'iso-8859-1',
    perDay: CAREFUL_PER_DAY,
    questions: PLAIN,
    terms:
      'Copyright (c) Nic.br - Use of this data is governed by the Use and Privacy Policy at https://registro.br/upp. Distribution, commercialization, reproduction, and use for advertising or similar purposes are expressly prohibited.',
  },
  // Neither handles nor a pivot: what links two networks here is name, phone and mailbox in our own store.
  ...['whois.kr', 'whois.nic.or.kr'].map((host) => ({
    host,
    registry: 'krnic' as const,
    perDay: CAREFUL_PER_DAY,
    questions: { ...PLAIN, contact: null },
    terms: 'KISA/KRNIC WHOIS Service https://whois.kr',
  })),
  {
    host: 'whois.twnic.net.tw',
    registry: 'twnic',
    perDay: CAREFUL_PER_DAY,
    questions: { ...PLAIN, contact: null },
    terms: 'https://www.twnic.tw',
  },
  {
    // One line an address between `begin` and `end`; a single one goes as it is, `-v` for all columns. Its site asks
    // for one question about many addresses in place of many questions; ours hold up to a thousand: our politeness.
    host: 'whois.cymru.com',
    registry: 'cymru',
    perDay: 500,
    questions: { ...OFFERS_NOTHING, origin: '-v {key}', origins: 'begin\nverbose\n{key}\nend' },
    terms: 'Team Cymru IP to ASN mapping: https://www.team-cymru.com/ip-asn-mapping',
  },
  {
    // IRRd's own commands: `!!` keeps the connection for several, `!g` and `!6` are the IPv4 and IPv6 blocks that
    // route objects name an AS for, `!q` ends. RADb mirrors the other route registries. Asked by hand only, and its
    // answers may be large: our politeness.
    host: 'whois.radb.net',
    registry: 'radb',
    perDay: 500,
    questions: { ...OFFERS_NOTHING, routes: '!!\n!gAS{key}\n!6AS{key}\n!q' },
    terms: 'Merit RADb: https://www.radb.net',
  },
];

/** The directory as shipped, in this order. */
export const SERVERS: readonly ServerRow[] = FACTS.map((fact) => ({
  port: 43,
  charset: 'utf-8',
  minIntervalMs: 1_000,
  perDay: USUAL_PER_DAY,
  prefixes: [],
  personalPerDay: null,
  pivot: false,
  address: null,
  overridden: false,
  ...fact,
}));

/**
 * Registries without a server of ours: whoever answers for their networks. CNNIC's and IDNIC's are asked at APNIC.
 */
export const ANSWERED_BY: ReadonlyMap<string, string> = new Map([
  ['CNNIC', 'whois.apnic.net'],
  ['IDNIC', 'whois.apnic.net'],
]);

/** What a host that only RINGLEADER_REGISTRIES names starts from. */
export function unknownServer(host: string): ServerRow {
  return {
    host,
    registry: 'unknown',
    port: 43,
    charset: 'utf-8',
    minIntervalMs: 1_000,
    perDay: USUAL_PER_DAY,
    prefixes: [],
    personalPerDay: null,
    questions: { ...PLAIN, pivot: '^{key}' },
    pivot: false,
    terms: '',
    address: null,
    overridden: true,
  };
}
