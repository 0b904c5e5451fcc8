import { readClientBefore } from './postfix-client';
import { readReply } from './postfix-reply';
import { findTail, readTail } from './postfix-tail';
import type { Spans } from './spans';

/**
 * Reads cleanup's refusal of content: `LINE OF MAIL from NAME[IP]; from=<S> to=<R> proto=P helo=<H>[: TEXT]`.
 * The mail's own line stands first and may imitate all the rest; the site's TEXT at the end holds no
 * ` helo=`, so the last one is the true tail's.
 * @returns whether it has that shape.
 */
export function readContent(text: string, from: number, end: number, spans: Spans): boolean {
  const tailEnd = findTailEnd(text, from, end);
  for (let semicolon = tailEnd - 1; semicolon >= from; semicolon--) {
    semicolon = text.lastIndexOf(';', semicolon);
    if (semicolon < from) break;
    spans.clearTail();
    // With a blank behind each, what one candidate reads backwards never reaches the one before it.
    if (text.charCodeAt(semicolon + 1) !== 32 || !readClientBefore(text, semicolon, from, spans)) continue;
    if (readTail(text, semicolon, tailEnd, false, spans)) return finish(text, tailEnd, end, spans);
  }
  const semicolon = findTail(text, from, tailEnd, false, spans);
  if (semicolon < 0 || !readClientBefore(text, semicolon, from, spans)) return false;
  return finish(text, tailEnd, end, spans);
}

/** Where the tail ends: behind the last helo, or where there is none (a local mail) behind the last address. */
function findTailEnd(text: string, from: number, end: number): number {
  const helo = text.lastIndexOf(' helo=<', end);
  const start = helo > from ? helo : text.lastIndexOf('=<', end);
  if (start < from) return end;
  const close = text.indexOf('>: ', start);
  return close < 0 || close >= end ? end : close + 1;
}

function finish(text: string, tailEnd: number, end: number, spans: Spans): boolean {
  spans.textStart = spans.textEnd = end;
  if (tailEnd < end) readReply(text, tailEnd + 2, end, spans);
  return true;
}
