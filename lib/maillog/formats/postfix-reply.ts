import { ascii, findByte, findWord, findWordBack, isDigit, standsAt } from '../bytes';
import type { Spans } from './spans';

/** Notes code and DSN at the head of a reply (`550 5.7.1 `, `450 `, `5.7.1 `), and where its text begins. */
export function readReply(bytes: Uint8Array, start: number, end: number, spans: Spans): void {
  let at = start;
  const first = bytes[at] ?? 0;
  if (first >= 50 && first <= 53 && isDigit(bytes[at + 1]) && isDigit(bytes[at + 2])) {
    if (at + 3 === end || bytes[at + 3] === 32) {
      spans.codeStart = at;
      at = Math.min(at + 4, end);
    }
  }
  const dsn = dsnEnd(bytes, at, end);
  if (dsn > 0) {
    spans.dsnStart = at;
    spans.dsnEnd = dsn;
    at = Math.min(dsn + 1, end);
  }
  spans.textStart = at;
}

/** The end of `C.SSS.DDD` (RFC 3463) at `start`, followed by a blank or the end; else -1. */
function dsnEnd(bytes: Uint8Array, start: number, end: number): number {
  const kind = bytes[start];
  if ((kind !== 50 && kind !== 52 && kind !== 53) || bytes[start + 1] !== 46) return -1;
  let at = start + 2;
  while (at < start + 5 && isDigit(bytes[at])) at++;
  if (at === start + 2 || bytes[at] !== 46) return -1;
  const detail = ++at;
  while (at < detail + 3 && isDigit(bytes[at])) at++;
  return at > detail && (at >= end || bytes[at] === 32) ? at : -1;
}

const USING = ascii('blocked using ');
const SUBJECT_USING = ascii('] blocked using ');
const UNAVAILABLE = ascii('Service unavailable; ');
const BY_ADDRESS = ['Client host [', 'client [', '['].map(ascii);
const BY_NAME = ['Sender address [', 'Helo command [', 'Recipient address ['].map(ascii);

/**
 * Notes the block list that the reply names: `Service unavailable; Client host [IP] blocked using ZONE; reason`
 * and its relatives. What stands in the brackets may be a stranger's and may hold any text; a reply that begins
 * with `<` is about an address or a name, and all of it may be.
 */
export function readDnsbl(bytes: Uint8Array, spans: Spans): void {
  const { textStart, textEnd } = spans;
  if (bytes[textStart] === 60) return;
  const using = findWord(bytes, USING, textStart, textEnd);
  if (using < 0) return;
  const start = standsAt(bytes, textStart, UNAVAILABLE) ? textStart + UNAVAILABLE.length : textStart;
  let zone = -1;
  if (BY_ADDRESS.some((words) => standsAt(bytes, start, words))) {
    const close = findByte(bytes, 93, start, textEnd);
    if (standsAt(bytes, close, SUBJECT_USING)) zone = close + SUBJECT_USING.length;
  } else if (BY_NAME.some((words) => standsAt(bytes, start, words))) {
    const close = findWordBack(bytes, SUBJECT_USING, textEnd, start);
    if (close >= 0) zone = close + SUBJECT_USING.length;
  }
  // A reply of the site's own wording (`default_rbl_reply`); what follows a `<` is a stranger's.
  if (zone < 0 && findByte(bytes, 60, textStart, using) < 0) zone = using + USING.length;
  if (zone >= 0) noteZone(bytes, zone, spans);
}

function noteZone(bytes: Uint8Array, start: number, spans: Spans): void {
  let at = start;
  while (at < spans.textEnd && isZoneCharacter(bytes[at] ?? 0)) at++;
  while (at > start && bytes[at - 1] === 46) at--;
  if (at === start) return;
  spans.dnsblStart = start;
  spans.dnsblEnd = at;
}

function isZoneCharacter(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || isDigit(code) || code === 46 || code === 45 || code === 95;
}
