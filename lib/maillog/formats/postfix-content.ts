import { ascii, findByteBack, findWord, findWordBack } from '../bytes';
import { readClientBefore } from './postfix-client';
import { readReply } from './postfix-reply';
import { findTail, readTail } from './postfix-tail';
import type { Spans } from './spans';

const HELO = ascii(' helo=<');
const VALUE = ascii('=<');
const TEXT = ascii('>: ');

/**
 * Reads cleanup's refusal of content: `LINE OF MAIL from NAME[IP]; from=<S> to=<R> proto=P helo=<H>[: TEXT]`.
 * The mail's own line stands first and may imitate all the rest; the site's TEXT at the end holds no
 * ` helo=`, so the last one is the true tail's.
 * @returns whether it has that shape.
 */
export function readContent(bytes: Uint8Array, from: number, end: number, spans: Spans): boolean {
  const tailEnd = findTailEnd(bytes, from, end);
  for (let at = findByteBack(bytes, 59, tailEnd - 1, from); at >= 0; at = findByteBack(bytes, 59, at - 1, from)) {
    spans.clearTail();
    // With a blank behind each, what one candidate reads backwards never reaches the one before it.
    if (bytes[at + 1] !== 32 || !readClientBefore(bytes, at, from, spans)) continue;
    if (readTail(bytes, at, tailEnd, false, spans)) return finish(bytes, tailEnd, end, spans);
  }
  const semicolon = findTail(bytes, from, tailEnd, false, spans);
  if (semicolon < 0 || !readClientBefore(bytes, semicolon, from, spans)) return false;
  return finish(bytes, tailEnd, end, spans);
}

/** Where the tail ends: behind the last helo, or where there is none (a local mail) behind the last address. */
function findTailEnd(bytes: Uint8Array, from: number, end: number): number {
  const helo = findWordBack(bytes, HELO, end, from);
  const start = helo >= 0 ? helo : findWordBack(bytes, VALUE, end, from);
  const close = start < 0 ? -1 : findWord(bytes, TEXT, start, end);
  return close < 0 ? end : close + 1;
}

function finish(bytes: Uint8Array, tailEnd: number, end: number, spans: Spans): boolean {
  spans.textStart = spans.textEnd = end;
  if (tailEnd < end) readReply(bytes, tailEnd + 2, end, spans);
  return true;
}
