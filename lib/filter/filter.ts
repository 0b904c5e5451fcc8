import type { AddressRange } from '@/lib/model';

/**
 * The filter language as a tree: what `parseFilter` reads and `printFilter` writes. The page's URL, the API
 * and the command line share it; docs/filter.md is its reference.
 */
export interface Filter {
  /** All of them must hold; none of them: everything matches. */
  terms: Term[];
}

/** One condition: one of the values must hold (a comma list), or, negated, none of them. */
export interface Term {
  field: FieldName;
  negated: boolean;
  /** At least one. */
  values: Value[];
}

export type Value =
  /** `ip`, `net`: an address, a CIDR block, or `first-last`. `text` is canonical. */
  | { kind: 'range'; range: AddressRange; text: string }
  /**
   * Compared with the whole value, whatever its case. `*` is any run of characters, `\*` and `\\` stand for
   * themselves, any other `\` too. '' matches the empty sender. In the field `text` it is contained, not the whole.
   */
  | { kind: 'glob'; text: string }
  /** `#12`, `#k3x`: the entity's own id as links carry it, without the `#`. Letters, digits, `_` and `-`. */
  | { kind: 'id'; id: string }
  /** From `first` to `last`, both included: `code:4xx` is 400 to 499, `weekday:mon` is 1 to 1. */
  | { kind: 'numbers'; first: number; last: number }
  /** A point in time in UTC epoch milliseconds. `text` is canonical and keeps the precision, which `on` spans. */
  | { kind: 'moment'; ms: number; text: string }
  /** So many milliseconds before now. `text` is canonical: `7d`. */
  | { kind: 'ago'; ms: number; text: string };

export type ValueKind = Value['kind'];

export type FieldName =
  | 'ip'
  | 'net'
  | 'org'
  | 'operator'
  | 'contact'
  | 'asn'
  | 'country'
  | 'registry'
  | 'sender'
  | 'recipient'
  | 'template'
  | 'service'
  | 'stage'
  | 'action'
  | 'code'
  | 'dsn'
  | 'dnsbl'
  | 'server'
  | 'upload'
  | 'after'
  | 'before'
  | 'on'
  | 'hour'
  | 'weekday'
  | 'has'
  | 'text';

/** What a field is and takes. */
export interface FieldSpec {
  name: FieldName;
  /** The kinds of value it takes. Where an id is among them, an unquoted value that begins with `#` is one. */
  takes: readonly ValueKind[];
  /** Other names by which it may be written; never printed. */
  aliases: readonly string[];
  /** A whole term of it that parses without errors. */
  example: string;
  /** The key of its one-line explanation in the catalogues. */
  explanation: string;
}

const field = (
  name: FieldName,
  takes: readonly ValueKind[],
  aliases: readonly string[],
  example: string,
): FieldSpec => ({ name, takes, aliases, example, explanation: `filter.field.${name}` });

/** All fields, in the order in which they are explained and offered. */
export const FIELDS: readonly FieldSpec[] = [
  field('ip', ['range'], ['address', 'addr', 'client'], 'ip:203.0.113.0/24'),
  field('net', ['range', 'id', 'glob'], ['network', 'inetnum'], 'net:CRIMSON-*'),
  field('org', ['id', 'glob'], ['organisation', 'organization'], 'org:"Crimson Relay"'),
  field('operator', ['id', 'glob'], ['op'], 'operator:#3'),
  field('contact', ['id', 'glob'], ['handle', 'nic'], 'contact:CR1-EXAMPLE'),
  field('asn', ['numbers'], ['as'], 'asn:64500'),
  field('country', ['glob'], [], 'country:NL'),
  field('registry', ['glob'], ['rir', 'source'], 'registry:ripe'),
  field('sender', ['glob'], ['from'], 'sender:*@mag.example'),
  field('recipient', ['glob'], ['to', 'rcpt'], 'recipient:info@post.example'),
  field('template', ['id', 'glob'], ['pattern'], 'template:#12'),
  field('service', ['glob'], ['canary'], 'service:shop'),
  field('stage', ['glob'], [], 'stage:RCPT'),
  field('action', ['glob'], [], 'action:reject'),
  field('code', ['numbers'], ['reply', 'status'], 'code:4xx'),
  field('dsn', ['glob'], [], 'dsn:4.7.*'),
  field('dnsbl', ['glob'], ['rbl', 'blocklist'], '-dnsbl:zen.example'),
  field('server', ['glob'], ['format', 'mta'], 'server:postfix'),
  field('upload', ['id', 'glob'], ['log', 'file'], 'upload:mail.log*'),
  field('after', ['moment', 'ago'], ['since'], 'after:2026-01-02'),
  field('before', ['moment', 'ago'], ['until'], 'before:12h'),
  field('on', ['moment'], ['date', 'day'], 'on:2026-01-02'),
  field('hour', ['numbers'], ['hours'], 'hour:22-5'),
  field('weekday', ['numbers'], ['dow'], 'weekday:sat-sun'),
  field('has', ['glob'], [], 'has:org'),
  field('text', ['glob'], ['line', 'contains'], 'text:"mailbox full"'),
];

/** The words that `has` knows. */
export const HAS_WORDS = ['org', 'sender', 'recipient', 'address'] as const;

/** The most characters that are read, the most terms, and the most values of all terms together. */
export const LIMITS = { characters: 4000, terms: 64, values: 256 } as const;

const SPECS: ReadonlyMap<FieldName, FieldSpec> = new Map(FIELDS.map((spec) => [spec.name, spec]));
const NAMES: ReadonlyMap<string, FieldName> = new Map(
  FIELDS.flatMap(({ name, aliases }) => [name, ...aliases].map((written): [string, FieldName] => [written, name])),
);

/** What the field is and takes. */
export function fieldSpec(name: FieldName): FieldSpec {
  const spec = SPECS.get(name);
  if (!spec) throw new Error(`FIELDS lacks ${name}`);
  return spec;
}

/** The field of a name or alias, whatever its case; null where there is none. */
export function fieldNamed(written: string): FieldName | null {
  return NAMES.get(written.toLowerCase()) ?? null;
}
