import type { Spans } from './spans';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Notes code and DSN at the head of a reply (`550 5.7.1 `, `450 `, `5.7.1 `), and where its text begins. */
export function readReply(text: string, start: number, end: number, spans: Spans): void {
  let at = start;
  const first = text.charCodeAt(at);
  if (first >= 50 && first <= 53 && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2))) {
    if (at + 3 === end || text.charCodeAt(at + 3) === 32) {
      spans.codeStart = at;
      at = Math.min(at + 4, end);
    }
  }
  const dsn = dsnEnd(text, at, end);
  if (dsn > 0) {
    spans.dsnStart = at;
    spans.dsnEnd = dsn;
    at = Math.min(dsn + 1, end);
  }
  spans.textStart = at;
}

/** The end of `C.SSS.DDD` (RFC 3463) at `start`, followed by a blank or the end; else -1. */
function dsnEnd(text: string, start: number, end: number): number {
  const kind = text.charCodeAt(start);
  if ((kind !== 50 && kind !== 52 && kind !== 53) || text.charCodeAt(start + 1) !== 46) return -1;
  let at = start + 2;
  while (at < start + 5 && isDigit(text.charCodeAt(at))) at++;
  if (at === start + 2 || text.charCodeAt(at) !== 46) return -1;
  const detail = ++at;
  while (at < detail + 3 && isDigit(text.charCodeAt(at))) at++;
  return at > detail && (at >= end || text.charCodeAt(at) === 32) ? at : -1;
}

const USING = 'blocked using ';
const SUBJECTS = ['Client host [', 'client [', 'Sender address [', 'Helo command [', 'Recipient address [', '['];

/**
 * The block list that a reply names: `Service unavailable; Client host [IP] blocked using ZONE; reason`
 * and its relatives. What stands in the brackets may be a stranger's and may hold any text.
 */
export function findDnsbl(reply: string): string | null {
  if (!reply.includes(USING)) return null;
  const start = reply.startsWith('Service unavailable; ') ? 21 : 0;
  const subject = SUBJECTS.find((words) => reply.startsWith(words, start));
  if (!subject) return freeDnsbl(reply);
  const byAddress = subject !== 'Sender address [' && subject !== 'Helo command [' && subject !== 'Recipient address [';
  const close = byAddress ? reply.indexOf(']', start) : reply.lastIndexOf(`] ${USING}`);
  return reply.startsWith(`] ${USING}`, close) ? zoneAt(reply, close + 2 + USING.length) : freeDnsbl(reply);
}

/** A reply of the site's own wording (`default_rbl_reply`); what follows a `<` is a stranger's. */
function freeDnsbl(reply: string): string | null {
  const at = reply.indexOf(USING);
  const bracket = reply.indexOf('<');
  return bracket >= 0 && bracket < at ? null : zoneAt(reply, at + USING.length);
}

function zoneAt(reply: string, start: number): string | null {
  let at = start;
  while (at < reply.length && isZoneCharacter(reply.charCodeAt(at))) at++;
  while (at > start && reply.charCodeAt(at - 1) === 46) at--;
  return at > start ? reply.slice(start, at) : null;
}

function isZoneCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    isDigit(code) ||
    code === 46 ||
    code === 45 ||
    code === 95 ||
    (code >= 65 && code <= 90)
  );
}
