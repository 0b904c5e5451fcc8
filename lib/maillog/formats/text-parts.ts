/** What the formats that are read as text have in common. */
import { canonicalAddress } from '@/lib/model';

/** The server's answer, taken apart; `null` where a part is not there. */
export interface Reply {
  code: number | null;
  dsn: string | null;
  text: string;
}

const REPLY = /^([2-5]\d\d)(?:[ -]|$)(?:#?([245]\.\d{1,3}\.\d{1,3})(?: |$))?/;
const DSN = /^([245]\.\d{1,3}\.\d{1,3}) /;

/** Takes `550 5.7.1 text` apart; code and DSN may be missing. */
export function splitReply(reply: string): Reply {
  const match = REPLY.exec(reply);
  if (match) return { code: Number(match[1]), dsn: match[2] ?? null, text: reply.slice(match[0].length) };
  const dsn = DSN.exec(reply);
  return { code: null, dsn: dsn?.[1] ?? null, text: dsn ? reply.slice(dsn[0].length) : reply };
}

/** Canonical text of an address as servers write it: bare, `[…]`, `IPv6:…`; null where it is none. */
export function readAddress(text: string): string | null {
  if (text.length > 64) return null;
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return canonicalAddress(bare.startsWith('IPv6:') ? bare.slice(5) : bare);
}

/**
 * Reads `<address>` at `at`. A quoted local part may hold anything, brackets included, with `\` before
 * what ends it (RFC 5321, 4.1.2).
 * @returns null where it does not stand there or does not end.
 */
export function readBracketed(text: string, at: number): { value: string; end: number } | null {
  if (text[at] !== '<') return null;
  const quoteEnd = text[at + 1] === '"' ? skipQuoted(text, at + 1) : at + 1;
  const close = quoteEnd < 0 ? -1 : text.indexOf('>', quoteEnd);
  return close < 0 ? null : { value: text.slice(at + 1, close), end: close + 1 };
}

/** Where the quoted string that begins at `at` ends, or -1. */
export function skipQuoted(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return -1;
}

/** The path of `MAIL FROM:<s> SIZE=1` or `RCPT TO:<r>` as the client gave it; null where it has none. */
export function readPath(argument: string): string | null {
  const start = argument.indexOf('<');
  return start < 0 || start > 16 ? null : (readBracketed(argument, start)?.value ?? null);
}

const VERB = /^(EHLO|HELO|LHLO|MAIL|RCPT|DATA|BDAT|AUTH|STARTTLS|VRFY|EXPN|ETRN|RSET|NOOP|HELP|QUIT)(?=[ :\r]|$)/i;

/** The stage of a command as the client gave it; null where it is no command of SMTP's. */
export function readVerb(command: string): string | null {
  return VERB.exec(command)?.[1]?.toUpperCase() ?? null;
}

const MOST_SESSIONS = 10_000;
const LONGEST_KEY = 128;

/** What is remembered of sessions by their id: a bounded number, the oldest forgotten first. */
export class Sessions<Session> {
  private readonly byId = new Map<string, Session>();

  constructor(private readonly most = MOST_SESSIONS) {}

  get(id: string): Session | undefined {
    return this.byId.get(id);
  }

  /** Ids longer than any server's are not remembered. */
  set(id: string, session: Session): void {
    if (id.length > LONGEST_KEY) return;
    if (this.byId.size >= this.most) {
      for (const oldest of this.byId.keys()) {
        this.byId.delete(oldest);
        break;
      }
    }
    this.byId.set(copyText(id), session);
  }

  delete(id: string): void {
    this.byId.delete(id);
  }

  /** How many are remembered. */
  get size(): number {
    return this.byId.size;
  }
}

const LONGEST_KEPT = 1024;

/** A text to remember: a part of a line would keep the whole line in memory. Null where it is too long. */
export function keepText(text: string | null): string | null {
  return text === null || text.length > LONGEST_KEPT ? null : copyText(text);
}

function copyText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?/;

/**
 * Reads `2026-11-24 05:14:21[.123]` at the beginning of a line.
 * @returns the wall clock as if it were UTC, and the index behind it; null where it is no time.
 */
export function readDateTime(line: string): { wallMs: number; end: number } | null {
  const match = DATE.exec(line);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null;
  const fraction = Math.trunc(Number(`0.${match[7] ?? '0'}`) * 1000);
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), fraction);
  return { wallMs, end: match[0].length };
}
