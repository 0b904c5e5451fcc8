/** Refusals of Postfix' smtpd, postscreen and cleanup. */
import type { Action, UnparsedReason } from '@/lib/model';
import type { Envelope } from '../envelope';
import { standsAt } from '../text';
import { readClient } from './postfix-client';
import { readContent } from './postfix-content';
import { readReply } from './postfix-reply';
import { findHeloTail, findTail } from './postfix-tail';
import type { Spans } from './spans';

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

const COMMAND_STAGES = [
  'CONNECT HELO EHLO STARTTLS AUTH MAIL RCPT DATA BDAT END-OF-MESSAGE RSET NOOP VRFY ETRN QUIT',
  'XCLIENT XFORWARD HELP UNKNOWN',
];
/** Where in the session; a table, so that a new stage is a word. */
export const STAGES: ReadonlySet<string> = new Set(COMMAND_STAGES.join(' ').split(' '));
/** What part of the mail cleanup looked at. */
export const CONTENT_STAGES: ReadonlySet<string> = new Set(['header', 'body', 'content', 'mime-error']);

/** True where the tag's daemon is one that refuses mail and the instance stands before it. */
export function isRefuser(text: string, envelope: Envelope): boolean {
  const { daemonStart, tagEnd, hostEnd } = envelope;
  if (daemonStart === hostEnd + 1) return false;
  switch (tagEnd - daemonStart) {
    case 5:
      return standsAt(text, daemonStart, 'smtpd');
    case 7:
      return standsAt(text, daemonStart, 'cleanup');
    case 10:
      return standsAt(text, daemonStart, 'postscreen');
    default:
      return false;
  }
}

/**
 * Notes queue id and action where the message begins `QID: ACTION: `, as every refusal does.
 * @returns the index behind them, or -1: no refusal.
 */
export function readHead(text: string, start: number, end: number, spans: Spans): number {
  let at = start;
  let upper = false;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || (code >= 48 && code <= 57)) upper = true;
    else if (code < 97 || code > 122) break;
  }
  spans.queueStart = -1;
  if (text.charCodeAt(at) !== 58 || at - start < 6 || !upper) {
    return text.charCodeAt(at) === 45 && standsAt(text, start, 'proxy-reject: ') ? readAction(text, start, spans) : -1;
  }
  if (!(at - start === 7 && standsAt(text, start, 'NOQUEUE'))) {
    spans.queueStart = start;
    spans.queueEnd = at;
  }
  return text.charCodeAt(at + 1) === 32 ? readAction(text, at + 2, spans) : -1;
}

function readAction(text: string, start: number, spans: Spans): number {
  const first = text.charCodeAt(start);
  for (const action of ACTIONS) {
    if (action.charCodeAt(0) !== first || !standsAt(text, start, action)) continue;
    const end = start + action.length;
    if (text.charCodeAt(end) !== 58 || text.charCodeAt(end + 1) !== 32) continue;
    spans.action = action;
    return end + 2;
  }
  return -1;
}

/**
 * Finds all parts behind the action.
 * @param start the index that {@link readHead} gave.
 * @returns null where all is found, else what is amiss.
 */
export function locateRefusal(
  text: string,
  envelope: Envelope,
  start: number,
  end: number,
  spans: Spans,
): UnparsedReason | null {
  spans.clear();
  const stageEnd = readStageEnd(text, start, end);
  const stage = text.slice(start, stageEnd);
  spans.stageStart = start;
  spans.stageEnd = stageEnd;
  if (CONTENT_STAGES.has(stage)) return readContent(text, stageEnd, end, spans) ? null : 'no-client';
  if (!STAGES.has(stage)) return 'not-a-refusal';
  let reply = stageEnd + 2;
  if (standsAt(text, stageEnd, ' from ')) {
    const client = readClient(text, stageEnd + 6, end, spans);
    if (client < 0 || !standsAt(text, client, ': ')) return 'no-client';
    reply = client + 2;
  } else if (spans.action !== 'proxy-reject' || !standsAt(text, stageEnd, ': ')) return 'no-client';
  readReply(text, reply, end, spans);
  return locateTail(text, envelope, stage, end, spans) ? null : 'no-tail';
}

function locateTail(text: string, envelope: Envelope, stage: string, end: number, spans: Spans): boolean {
  const from = spans.textStart;
  const postscreen = envelope.tagEnd - envelope.daemonStart === 10;
  spans.textEnd = -1;
  if ((stage === 'HELO' || stage === 'EHLO') && !postscreen) spans.textEnd = findHeloTail(text, from, end, spans);
  if (spans.textEnd < 0) spans.textEnd = findTail(text, from, end, postscreen, spans);
  // postscreen has no more to say of a client whose connection it refused.
  if (spans.textEnd < 0 && postscreen && stage === 'CONNECT') spans.textEnd = end;
  return spans.textEnd >= 0;
}

function readStageEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 45 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) at++;
    else break;
  }
  return at;
}
