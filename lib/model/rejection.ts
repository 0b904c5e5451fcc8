/** What the mail server did with the mail, in Postfix's words (access(5), postscreen(8)). */
export type Action =
  | 'reject'
  | 'reject_warning'
  | 'hold'
  | 'discard'
  | 'redirect'
  | 'hangup'
  | 'milter-reject'
  | 'milter-hold'
  | 'milter-discard'
  | 'proxy-reject';

/** The mail servers whose refusals we read. */
export const LOG_FORMATS = [
  'postfix',
  'exim',
  'sendmail',
  'opensmtpd',
  'rblsmtpd',
  'spamdyke',
  'haraka',
  'rspamd',
  'exchange',
  'iis',
] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/**
 * What of a stamp was not in the log but assumed, so that it can be changed: the zone alone, or the year
 * too (RFC 3164).
 */
export type Assumed = 'nothing' | 'zone' | 'year-and-zone';

/**
 * One refusal, as the log tells it. `null` is "the log does not say"; the empty sender is the null
 * sender of a bounce. All text is a stranger's: show it, never interpret it.
 */
export interface Rejection {
  /** 1-based line number in the input. */
  line: number;
  /**
   * Byte offset of the record in the (decompressed) input, and its length without the line end. Where a later line
   * says that the record was repeated, the offset of that line.
   */
  offset: number;
  length: number;
  format: LogFormat;
  /** UTC milliseconds, and the minutes east of UTC of the zone it was read in. */
  timeMs: number;
  utcOffsetMinutes: number;
  assumed: Assumed;
  /** null in files that do not name it. */
  host: string | null;
  /** With its instance: `postfix/submission/smtpd`. */
  daemon: string;
  pid: number | null;
  /** null for NOQUEUE. */
  queueId: string | null;
  action: Action;
  stage: string;
  /** null for `unknown`. */
  clientName: string | null;
  /** Canonical text; null for `unknown`. */
  clientAddress: string | null;
  clientPort: number | null;
  code: number | null;
  dsn: string | null;
  /** The reply without code and DSN. */
  text: string;
  /** That the reply names; where it names none, for postscreen, the first that named the client in that session. */
  dnsbl: string | null;
  sender: string | null;
  recipient: string | null;
  proto: string | null;
  helo: string | null;
  saslUsername: string | null;
}

/** A line that looked like a refusal and was not understood. */
export interface Unparsed {
  line: number;
  offset: number;
  length: number;
  reason: UnparsedReason;
}

/** `repeat-…`: a line that says how often another came, where that one is not to be told, or more than is counted. */
export type UnparsedReason =
  | 'over-long'
  | 'no-stamp'
  | 'no-client'
  | 'no-tail'
  | 'not-a-refusal'
  | 'repeat-unknown'
  | 'repeat-limit';

/**
 * What a log tells of a client besides its refusals, to be counted by address and day: mail that was
 * `accepted` (sent on, or put into a mailbox), failed logins, limits that were hit, tests that were failed.
 */
export const SIGHTING_KINDS = [
  'accepted',
  'auth-failure',
  'rate-limit',
  'greylisted',
  'pregreet',
  'dnsbl-listed',
  'protocol-error',
] as const;
export type SightingKind = (typeof SIGHTING_KINDS)[number];

/** One such line. */
export interface Sighting {
  kind: SightingKind;
  /** Canonical text. */
  address: string;
  timeMs: number;
  host: string | null;
  /** Of accepted mail: 1 with the first recipient of a message, 0 with the others. Else 1. */
  messages: number;
  /** Of accepted mail: the recipients of this line. Else 0. */
  recipients: number;
}
