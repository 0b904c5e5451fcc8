import { ascii, findByteBack, isDigit, skipDigits, standsAt } from '../bytes';
import type { Spans } from './spans';

const FROM = ascii(' from ');
const FROM_LOCAL = ascii(' from local');

/**
 * Reads `NAME[IP]` or `NAME[IP]:PORT` at `start`; postscreen gives no name.
 * @returns the index behind it, or -1.
 */
export function readClient(bytes: Uint8Array, start: number, end: number, spans: Spans): number {
  let at = start;
  while (at < end && bytes[at] !== 91 && bytes[at] !== 32) at++;
  if (at >= end || bytes[at] !== 91) return -1;
  spans.nameStart = start;
  spans.nameEnd = at;
  spans.addressStart = ++at;
  while (at < end && bytes[at] !== 93 && bytes[at] !== 32) at++;
  if (at >= end || bytes[at] !== 93) return -1;
  spans.addressEnd = at++;
  if (bytes[at] !== 58 || !isDigit(bytes[at + 1])) return at;
  spans.portStart = ++at;
  spans.portEnd = skipDigits(bytes, at, end);
  return spans.portEnd;
}

/** Finds ` from NAME[IP]` that ends at `end`, reading backwards. @returns whether it stands there. */
export function readClientBefore(bytes: Uint8Array, end: number, from: number, spans: Spans): boolean {
  if (bytes[end - 1] !== 93) {
    if (end - FROM_LOCAL.length < from || !standsAt(bytes, end - FROM_LOCAL.length, FROM_LOCAL)) return false;
    spans.nameStart = spans.nameEnd = spans.addressStart = spans.addressEnd = -1;
    return true;
  }
  const blank = findByteBack(bytes, 32, end - 1, from + 5);
  if (blank < 0 || !standsAt(bytes, blank + 1 - FROM.length, FROM)) return false;
  return readClient(bytes, blank + 1, end, spans) === end;
}
