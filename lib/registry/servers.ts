import type { RegistryId } from '@/lib/model';

/** What can be asked of a registry. `pivot` is "all networks that name this contact". */
export type QuestionKind = 'address' | 'network' | 'pivot' | 'contact';

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
  /**
   * Match rule: an address inside one of these blocks is asked here at once. Empty: the server is
   * reached by referral from IANA.
   */
  prefixes: readonly string[];
  /** Query syntax, `{key}` stands for what is asked; null: this registry does not offer the question. */
  questions: Readonly<Record<QuestionKind, string | null>>;
  /** Whether the pivot is asked; a registry that stopped answering it can be switched off. */
  pivot: boolean;
  /** The registry's own terms, shown beside its data as it words them. */
  terms: string;
  /** The address to connect to in place of the name's; only an override has one. */
  address: string | null;
  /** True for a row that RINGLEADER_REGISTRIES changed or added. */
  overridden: boolean;
}

type Fact = Pick<ServerRow, 'host' | 'registry' | 'terms'> &
  Partial<Pick<ServerRow, 'charset' | 'minIntervalMs' | 'pivot'>> & { questions: ServerRow['questions'] };

/** The key as it is, and no pivot. */
const PLAIN = { address: '{key}', network: '{key}', pivot: null, contact: '{key}' } as const;

/** RIPE's software: `-r` everywhere, so that no person object comes unasked (RIPE's acceptable use policy). */
const RIPE_STYLE = {
  address: '-r -T inetnum,inet6num {key}',
  network: '-r -T inetnum,inet6num {key}',
  pivot: '-r -T inetnum,inet6num -i pn {key}',
  contact: '-r {key}',
} as const;

const FACTS: readonly Fact[] = [
  {
    host: 'whois.iana.org',
    registry: 'iana',
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
    questions: { address: null, network: null, pivot: null, contact: '{key}' },
    terms:
      "JPRS database provides information on network administration. Its use is restricted to network administration purposes. For further information, use 'whois -h whois.jprs.jp help'.",
  },
  {
    host: 'whois.ripe.net',
    registry: 'ripe',
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
    questions: { ...RIPE_STYLE, pivot: null },
    terms: 'The AFRINIC whois database is subject to https://afrinic.net/whois/terms',
  },
  {
    // Port 43 syntax: `n` networks, `p` points of contact, `+` all details. Its pivot is RDAP's.
    host: 'whois.arin.net',
    registry: 'arin',
    questions: { address: 'n + {key}', network: 'n + {key}', pivot: null, contact: 'p + {key}' },
    terms:
      'ARIN WHOIS data and services are subject to the Terms of Use available at: https://www.arin.net/resources/registry/whois/tou/',
  },
  {
    // "accepts single ASN, IPv4 or IPv6 queries" (its own notice): neither handles nor a pivot.
    host: 'whois.lacnic.net',
    registry: 'lacnic',
    charset: 'iso-8859-1',
    questions: { ...PLAIN, contact: null },
    terms: 'https://www.lacnic.net/1040/2/lacnic/lacnics-whois',
  },
];

/** The directory as shipped, in this order. */
export const SERVERS: readonly ServerRow[] = FACTS.map((fact) => ({
  port: 43,
  charset: 'utf-8',
  minIntervalMs: 1_000,
  prefixes: [],
  pivot: false,
  address: null,
  overridden: false,
  ...fact,
}));

/** What a host that only RINGLEADER_REGISTRIES names starts from. */
export function unknownServer(host: string): ServerRow {
  return {
    host,
    registry: 'unknown',
    port: 43,
    charset: 'utf-8',
    minIntervalMs: 1_000,
    prefixes: [],
    questions: { ...PLAIN, pivot: '^{key}' },
    pivot: false,
    terms: '',
    address: null,
    overridden: true,
  };
}
