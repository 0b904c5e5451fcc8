import type { Address, AddressRange } from './address';

/**
 * The databases whose objects we tell apart. A JPRS domain answer is kept as a contact of `jprs`; CNNIC's
 * and IDNIC's objects are APNIC's, who answers for them. `cymru` and `ripestat` say which AS announces what, `radb`
 * what routes are registered for an AS; no more.
 */
export type RegistryId =
  | 'jpnic'
  | 'jprs'
  | 'apnic'
  | 'ripe'
  | 'arin'
  | 'afrinic'
  | 'lacnic'
  | 'nicbr'
  | 'krnic'
  | 'twnic'
  | 'cymru'
  | 'ripestat'
  | 'radb'
  | 'iana'
  | 'unknown';

/** A field as the registry wrote it: its own label, and the value with its lines joined by "\n". */
export interface SourceField {
  label: string;
  value: string;
}

/** The part a contact plays for a network; `referred` is "the registry lists the network as naming the contact". */
export type ContactRole = 'admin' | 'tech' | 'abuse' | 'maintainer' | 'referred';

/** A registered block. Identity: registry + first and last address. */
export interface Network {
  registry: RegistryId;
  range: AddressRange;
  name: string | null;
  /** Organisation as named in the answer; `handle` only where the registry gives one. */
  organisation: OrganisationRef | null;
  contacts: ReadonlyArray<{ handle: string; role: ContactRole }>;
  abuseEmail: string | null;
  country: string | null;
  /** ISO dates, `YYYY-MM-DD`. */
  allocatedOn: string | null;
  updatedOn: string | null;
  /** All fields in the answer's order, kept as evidence and for the page. */
  fields: readonly SourceField[];
}

export interface OrganisationRef {
  handle: string | null;
  name: string;
}

/** An organisation object of its own (RPSL `organisation`, ARIN OrgName). JPNIC has none. */
export interface Organisation extends OrganisationRef {
  registry: RegistryId;
  phone: string | null;
  email: string | null;
  postalAddress: string | null;
  fields: readonly SourceField[];
}

/**
 * A person or group behind a handle (upper case). For `jprs` the handle is the domain, lower case; where a
 * registry gives none (`krnic`, `twnic`) it is the mailbox, lower case, which no registry can be asked about.
 */
export interface Contact {
  registry: RegistryId;
  handle: string;
  kind: 'person' | 'group' | 'domain';
  name: string | null;
  email: string | null;
  organisation: string | null;
  division: string | null;
  title: string | null;
  /** As written by the registry. */
  phone: string | null;
  fax: string | null;
  postalAddress: string | null;
  updatedOn: string | null;
  /** True where the registry shows a registrar's data in place of the holder's (`[代理公開情報]`). */
  proxy: boolean;
  fields: readonly SourceField[];
}

/**
 * A network another answer only mentions (JPNIC's "Less/More Specific Info.", an enclosing block): who
 * stands above or below. Never taken for the network that was asked about.
 */
export interface ListedNetwork {
  relation: 'less-specific' | 'more-specific';
  range: AddressRange;
  name: string | null;
  organisation: string | null;
  /** As the registry words it: `Allocation`, `割り当て`; null where it does not. */
  kind: string | null;
}

/** Which AS announces a block, or holds a number. */
export interface Origin {
  /** null: the answer says that nobody announces the address. */
  asn: number | null;
  /** True where it was seen on the internet; false where somebody registered it, which may be long out of date. */
  seen: boolean;
  name: string | null;
  /** The announced prefix; null where the answer is about the AS alone. */
  range: AddressRange | null;
  /** The address that was asked about, where there is a row for each. */
  address: Address | null;
  country: string | null;
  allocatedOn: string | null;
}

/** A field the registry keeps back (RFC 9537), which is not the same as a field that is not there. */
export interface Redaction {
  /** Of the object it belongs to. */
  handle: string | null;
  /** As the registry names it. */
  field: string;
  reason: string | null;
}

/**
 * How an exchange with a registry ended. Only `found`, `limited` and `empty` may be cached as an answer.
 * `limited`: a whole answer, of which the registry's own limit cut the rest; asking again brings no more.
 * `partial`: less than there is because of our rate; asking later brings more.
 */
export type AnswerStatus =
  | 'found'
  | 'limited'
  | 'empty'
  | 'partial'
  | 'truncated'
  | 'denied'
  | 'rate-limited'
  | 'unsupported'
  | 'failed';

/** What one registry answer says, whichever grammar it was written in. */
export interface ParsedAnswer {
  registry: RegistryId;
  status: AnswerStatus;
  networks: readonly Network[];
  organisations: readonly Organisation[];
  contacts: readonly Contact[];
  /** "These networks name this contact", with repeats as the registry lists them. */
  references: ReadonlyArray<{ handle: string; ranges: readonly AddressRange[] }>;
  /** Networks above and below the ones that were asked about. */
  listed: readonly ListedNetwork[];
  /** A whois host another registry refers to, lower case, as written; not yet allowed to be asked. */
  referral: string | null;
  /** Absent where the answer says nothing about announcements. */
  origins?: readonly Origin[];
  /** Absent where nothing is said to be kept back. */
  redacted?: readonly Redaction[];
}
