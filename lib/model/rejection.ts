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
export type LogFormat = 'postfix';

/**
 * One refusal, as the log tells it. `null` is "the log does not say"; the empty sender is the null
 * sender of a bounce. All text is a stranger's: show it, never interpret it.
 */
export interface Rejection {
  /** 1-based line number in the input. */
  line: number;
  /** Byte offset of the record in the (decompressed) input, and its length without the line end. */
  offset: number;
  length: number;
  format: LogFormat;
  /** UTC milliseconds, and the minutes east of UTC of the zone it was read in. */
  timeMs: number;
  utcOffsetMinutes: number;
  /** True where year and zone were not in the log but assumed (RFC 3164), so that they can be changed. */
  timeAssumed: boolean;
  host: string;
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

export type UnparsedReason = 'over-long' | 'no-stamp' | 'no-client' | 'no-tail' | 'not-a-refusal';
