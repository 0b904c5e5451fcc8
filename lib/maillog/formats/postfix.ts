/** Refusals of Postfix' smtpd, postscreen and cleanup. */
import type { Action, UnparsedReason } from '@/lib/model';
import { ascii, byteAt, standsAt } from '../bytes';
import type { Envelope } from '../envelope';
import { readClient } from './postfix-client';
import { readContent } from './postfix-content';
import { findHeloTail } from './postfix-helo';
import { POSTSCREEN, readDaemon } from './postfix-daemons';
import { readDnsbl, readReply } from './postfix-reply';
import { findTail } from './postfix-tail';
import type { Spans } from './spans';

export { isRefuser } from './postfix-daemons';

/** What Postfix did with the mail; other words in their place (filter, bcc, info, warning …) refuse nothing. */
export const ACTIONS: readonly Action[] = [
  'reject',
  'reject_warning',
  'milter-reject',
  'hold',
  'discard',
  'redirect',
  'hangup',
  'milter-hold',
  'milter-discard',
  'proxy-reject',
];

/** Where in the session, the most frequent first. */
export const STAGES: readonly string[] = (
  'RCPT CONNECT HELO EHLO MAIL DATA END-OF-MESSAGE STARTTLS AUTH BDAT RSET NOOP VRFY ETRN QUIT ' +
  'XCLIENT XFORWARD HELP UNKNOWN'
).split(' ');
/** What part of the mail cleanup looked at. */
export const CONTENT_STAGES: readonly string[] = ['header', 'body', 'content', 'mime-error'];

const ACTION_WORDS = ACTIONS.map((action) => ({ action, word: ascii(`${action}: `) }));
const STAGE_WORDS = [...STAGES, ...CONTENT_STAGES].map((stage) => ({
  stage,
  word: ascii(stage),
  content: CONTENT_STAGES.includes(stage),
}));
const NOQUEUE = ascii('NOQUEUE');
const PROXY_REJECT = ascii('proxy-reject: ');
const FROM = ascii(' from ');
const COLON = ascii(': ');

/**
 * Notes queue id and action where the message begins `QID: ACTION: `, as every refusal does.
 * @returns the index behind them, or -1: no refusal.
 */
export function readHead(bytes: Uint8Array, start: number, end: number, spans: Spans): number {
  const at = queueIdEnd(bytes, start, end);
  spans.queueStart = -1;
  if (at < 0) return standsAt(bytes, start, PROXY_REJECT) ? readAction(bytes, start, spans) : -1;
  if (at - start !== NOQUEUE.length || !standsAt(bytes, start, NOQUEUE)) {
    spans.queueStart = start;
    spans.queueEnd = at;
  }
  return readAction(bytes, at + 2, spans);
}

/** The end of `QID: ` at `start` without its colon, short or long, `NOQUEUE` too; -1 where there is none. */
export function queueIdEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let idLike = false;
  for (; at < end; at++) {
    const code = byteAt(bytes, at);
    if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57)) idLike = true;
    else if (code < 97 || code > 122) break;
  }
  return idLike && at - start >= 6 && bytes[at] === 58 && bytes[at + 1] === 32 ? at : -1;
}

function readAction(bytes: Uint8Array, start: number, spans: Spans): number {
  for (const { action, word } of ACTION_WORDS) {
    if (!standsAt(bytes, start, word)) continue;
    spans.action = action;
    return start + word.length;
  }
  return -1;
}

/**
 * Finds all parts behind the action.
 * @param start the index that {@link readHead} gave.
 * @returns null where all is found, else what is amiss.
 */
export function locateRefusal(
  bytes: Uint8Array,
  envelope: Envelope,
  start: number,
  end: number,
  spans: Spans,
): UnparsedReason | null {
  spans.clear();
  const found = STAGE_WORDS.find(
    ({ word }) => standsAt(bytes, start, word) && !isStageByte(bytes[start + word.length]),
  );
  if (!found) return 'not-a-refusal';
  const stageEnd = start + found.word.length;
  spans.stage = found.stage;
  if (found.content) return readContent(bytes, stageEnd, end, spans) ? null : 'no-client';
  let reply = stageEnd + 2;
  if (standsAt(bytes, stageEnd, FROM)) {
    const client = readClient(bytes, stageEnd + FROM.length, end, spans);
    if (client < 0 || !standsAt(bytes, client, COLON)) return 'no-client';
    reply = client + 2;
  } else if (spans.action !== 'proxy-reject' || !standsAt(bytes, stageEnd, COLON)) return 'no-client';
  readReply(bytes, reply, end, spans);
  if (!locateTail(bytes, envelope, end, spans)) return 'no-tail';
  readDnsbl(bytes, spans);
  return null;
}

function locateTail(bytes: Uint8Array, envelope: Envelope, end: number, spans: Spans): boolean {
  const { textStart, stage } = spans;
  const postscreen = readDaemon(bytes, envelope) === POSTSCREEN;
  spans.textEnd = -1;
  if (!postscreen && (stage === 'HELO' || stage === 'EHLO')) spans.textEnd = findHeloTail(bytes, textStart, end, spans);
  if (spans.textEnd < 0) spans.textEnd = findTail(bytes, textStart, end, postscreen, spans);
  // postscreen has no more to say of a client whose connection it refused.
  if (spans.textEnd < 0 && postscreen && stage === 'CONNECT') spans.textEnd = end;
  return spans.textEnd >= 0;
}

function isStageByte(code: number | undefined): boolean {
  return code !== undefined && (code === 45 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122));
}
