import { JSON_GRAMMARS } from './answers';
import type { Grammar } from './answers/grammar';
import { judgeCode } from './answers/rdap-status';
import { isObject, parseJson } from './answers/json';
import type { AnswerStatus, ParsedAnswer } from '@/lib/model';
import type { Failure } from './failure';
import { getOnce, type HttpReply } from './http-exchange';
import { nothing } from './parse-answer';
import { findPeers } from './peers';
import { allowedRedirect, type RdapDirectory } from './rdap-directory';
import type { RdapRow } from './rdap-servers';
import { MAX_HOPS } from './referral';
import type { AskOptions, Exchange } from './whois';

/** What came back from an RDAP server, before anyone reads it. */
export interface RdapExchange extends Exchange {
  /** HTTP's; null where no answer began. */
  status: number | null;
  /** The header as sent: readRetryAfter reads it. */
  retryAfter: string | null;
  /** The host that answered, after redirects. */
  host: string;
  /** Redirects followed. */
  hops: number;
}

export interface RdapOptions extends AskOptions {
  /** Certificates to trust in place of the system's, as PEM. */
  ca?: string;
}

/**
 * Asks one RDAP server one question over HTTPS (RFC 7480). Names are resolved once, every address must be public
 * and exactly such an address is connected to; at most {@link MAX_HOPS} redirects are followed, each to a host
 * of the directory and checked the same way. Trouble is a value, never thrown.
 * @param path below the row's base, as questionText gives it.
 * @throws Error on a path that leaves the base, which is a fault of ours; the signal's reason when it is aborted.
 */
export async function askRdap(
  directory: RdapDirectory,
  row: RdapRow,
  path: string,
  options: RdapOptions,
): Promise<RdapExchange> {
  let url = new URL(path, row.base);
  if (!/^[\x21-\x7e]+$/.test(path) || !url.href.startsWith(row.base)) throw new Error(`not a path of ${row.host}`);
  options.signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(Math.max(0, options.deadlineMs));
  const stop = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;

  let at = row;
  const seen = new Set<string>();
  for (let hops = 0; ; hops++) {
    seen.add(url.href);
    const { reply, address } = await get(at, url, options, stop);
    options.signal?.throwIfAborted();
    const end = (failure: Failure | null = reply.failure): RdapExchange => {
      const { status, retryAfter, bytes, complete } = reply;
      const whole = complete && failure === null;
      return { status, retryAfter, bytes, complete: whole, failure, address, host: at.host, hops };
    };
    if (reply.location === null || reply.status === null || reply.status < 300 || reply.status > 399) return end();
    if (!URL.canParse(reply.location, url)) return end({ kind: 'protocol', detail: 'Location' });
    const next: URL = new URL(reply.location, url);
    const nextRow = allowedRedirect(directory, next);
    if (!nextRow) return end({ kind: 'forbidden-host', detail: next.host.slice(0, 255) });
    if (hops >= MAX_HOPS || seen.has(next.href)) return end({ kind: 'too-many-hops', detail: nextRow.host });
    url = next;
    at = nextRow;
  }
}

const NO_REPLY: HttpReply = {
  status: null,
  location: null,
  retryAfter: null,
  bytes: new Uint8Array(),
  complete: false,
  failure: null,
};

async function get(
  row: RdapRow,
  url: URL,
  options: RdapOptions,
  stop: AbortSignal,
): Promise<{ reply: HttpReply; address: string | null }> {
  const peers = await findPeers(row, options.resolve, stop);
  options.signal?.throwIfAborted();
  if ('failure' in peers) return { reply: { ...NO_REPLY, failure: peers.failure }, address: peers.address };
  let last: HttpReply = { ...NO_REPLY, failure: { kind: 'unresolved', detail: row.host } };
  let address: string | null = null;
  for (address of peers.addresses) {
    last = await getOnce({ url, address, maxBytes: options.maxBytes, ca: options.ca, stop });
    // Another address of the same name may still be reached; once an answer began, this was it.
    if (last.failure?.kind !== 'no-route' && last.failure?.kind !== 'refused') break;
  }
  return { reply: last, address };
}

/**
 * What an RDAP server said, its HTTP status and how the exchange ended taken into account. A web page in place
 * of JSON is `failed` whatever it says, and 501, 400 and 404 to a search are `unsupported`.
 * @param path as it was asked.
 */
export function readRdapAnswer(exchange: RdapExchange, path: string): { text: string; parsed: ParsedAnswer } {
  const text = new TextDecoder().decode(exchange.bytes);
  const hint = { server: exchange.host, query: path };
  const grammar = JSON_GRAMMARS.find(({ matches }) => matches(text));
  const parts = grammar?.parse(text, hint) ?? nothing(hint);
  return { text, parsed: { ...parts, status: judgeReply(exchange, text, path, grammar) } };
}

function judgeReply(
  { status, complete, bytes }: RdapExchange,
  text: string,
  path: string,
  grammar: Grammar | undefined,
): AnswerStatus {
  if (status === null) return 'failed';
  const said = judgeCode(status, path);
  if (said === 'rate-limited' || said === 'denied') return said;
  if (!complete) return bytes.length === 0 ? 'failed' : 'truncated';
  // "Not found" is RDAP's own word only without a body or in JSON; else some web server knows no such page.
  if (said === 'empty') return text.trim() === '' || isObject(parseJson(text)) ? 'empty' : 'failed';
  if (said !== null) return said;
  if (/^\s*\{/.test(text) && parseJson(text) === undefined) return 'truncated';
  return grammar?.judge?.(text, { server: '', query: path }) ?? 'failed';
}

const MAX_WAIT_MS = 7 * 86_400_000;

/**
 * `Retry-After` (RFC 9110, 10.2.3), seconds or a date, as milliseconds to wait from `nowMs`, a week at most.
 * @returns null where there is none, or it is neither.
 */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1_000, MAX_WAIT_MS);
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.min(Math.max(0, atMs - nowMs), MAX_WAIT_MS);
}
