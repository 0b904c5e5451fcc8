import type { Spans } from './spans';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Reads `NAME[IP]` or `NAME[IP]:PORT` at `start`; postscreen gives no name.
 * @returns the index behind it, or -1.
 */
export function readClient(text: string, start: number, end: number, spans: Spans): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== 91 && text.charCodeAt(at) > 32) at++;
  if (text.charCodeAt(at) !== 91) return -1;
  spans.nameStart = start;
  spans.nameEnd = at;
  spans.addressStart = ++at;
  while (at < end && text.charCodeAt(at) !== 93 && text.charCodeAt(at) > 32) at++;
  if (text.charCodeAt(at) !== 93 || at >= end) return -1;
  spans.addressEnd = at++;
  if (text.charCodeAt(at) !== 58 || !isDigit(text.charCodeAt(at + 1))) return at;
  spans.portStart = ++at;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  spans.portEnd = at;
  return at;
}

/** Finds ` from NAME[IP]` that ends at `end`, reading backwards. @returns whether it stands there. */
export function readClientBefore(text: string, end: number, from: number, spans: Spans): boolean {
  if (text.charCodeAt(end - 1) !== 93) {
    if (!text.endsWith(' from local', end)) return false;
    spans.nameStart = spans.nameEnd = spans.addressStart = spans.addressEnd = -1;
    return true;
  }
  const blank = text.lastIndexOf(' ', end - 1);
  if (blank - 5 < from || !text.endsWith(' from ', blank + 1)) return false;
  return readClient(text, blank + 1, end, spans) === end;
}
