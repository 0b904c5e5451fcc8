/**
 * What the detectors are given: rejections grouped and sorted by SQL, and registry facts by
 * organisation. All ids are the database's. Groups come as iterables and are folded one by one, so
 * that memory does not grow with the log.
 */

/** One refused delivery attempt. */
export interface Attempt {
  eventId: number;
  timeMs: number;
  /** Null where the log had no address. */
  addressId: number | null;
}

/** All attempts to one recipient with one sender template, oldest first. */
export interface AttemptGroup {
  templateId: number;
  pattern: string;
  recipientId: number;
  attempts: readonly Attempt[];
}

/** One sender template and how it was used. */
export interface TemplateUse {
  templateId: number;
  pattern: string;
  events: number;
  senders: number;
  addresses: number;
  recipients: number;
  firstAt: number;
  lastAt: number;
  /** The first events, at most 100, oldest first. */
  eventIds: readonly number[];
}

/** A canary recipient and the events that wrote to it. */
export interface CanaryUse {
  recipientId: number;
  recipient: string;
  /** The one service that was given the address. */
  service: string;
  /** Organisations whose networks the senders' addresses lie in. */
  organisations: ReadonlyArray<{ id: number; name: string }>;
  events: number;
  firstAt: number;
  eventIds: readonly number[];
}

/** A fact and the registry answer that states it. */
export interface Sourced<T> {
  value: T;
  answerId: number;
}

/** All we know of one organisation, gathered from its networks, its contacts and their domains. */
export interface OrganisationFacts {
  id: number;
  registry: string;
  handle: string | null;
  name: string;
  networkIds: readonly number[];
  handles: readonly Sourced<string>[];
  /** E.164. */
  phones: readonly Sourced<string>[];
  emails: readonly Sourced<string>[];
  postalAddresses: readonly Sourced<string>[];
  /** Templates seen from its networks, with the events of this organisation. */
  templates: ReadonlyArray<{ templateId: number; pattern: string; events: number; eventIds: readonly number[] }>;
  /** Rejections from addresses in its networks. */
  events: number;
}

/** One network for joining: who holds it, who is named on it, and whether the log has seen it. */
export interface NetworkFacts {
  id: number;
  /** {@link formatRange} of it. */
  text: string;
  organisationId: number | null;
  /** Contacts named on it (any role), and the answer that says so. */
  contacts: ReadonlyArray<{ handle: string; registry: string; answerId: number }>;
  events: number;
}
