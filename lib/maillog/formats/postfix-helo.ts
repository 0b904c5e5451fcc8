/**
 * At the HELO and EHLO stage the name is written raw, in the tail and mostly in the reply too
 * (`504 5.5.2 <H>: … ; proto=SMTP helo=<H>`), and nothing else is known of the mail yet.
 */
import { ascii, findWord, standsAt } from '../bytes';
import { wordEnd } from './postfix-tail';
import type { Spans } from './spans';

const PROTO = ascii('; proto=');
const HELO = ascii(' helo=<');
const REPLY_END = ascii('>: ');

/**
 * Finds the tail that ends at `end` and notes its parts.
 * @param from where the reply begins.
 * @returns the index of the tail's `;`, or -1.
 */
export function findHeloTail(bytes: Uint8Array, from: number, end: number, spans: Spans): number {
  if (bytes[end - 1] !== 62) return -1;
  spans.clearTail();
  const first = readHeloTail(bytes, from, end, spans);
  if (first < 0 || bytes[from] !== 60) return first;
  let semicolon = first;
  // A name may hold tails; more than some of them are no honest one's.
  for (let tries = 0; tries < 8 && semicolon >= 0; tries++) {
    if (standsTwice(bytes, from + 1, spans.heloStart, end - 1)) return semicolon;
    semicolon = readHeloTail(bytes, semicolon + 1, end, spans);
  }
  return readHeloTail(bytes, from, end, spans);
}

/** True where the name from `start` to `end` stands at `other` too, as the one that the reply is about. */
function standsTwice(bytes: Uint8Array, other: number, start: number, end: number): boolean {
  if (!standsAt(bytes, other + end - start, REPLY_END)) return false;
  for (let i = 0; i < end - start; i++) {
    if (bytes[other + i] !== bytes[start + i]) return false;
  }
  return true;
}

function readHeloTail(bytes: Uint8Array, from: number, end: number, spans: Spans): number {
  for (let at = findWord(bytes, PROTO, from, end); at >= 0; at = findWord(bytes, PROTO, at + 1, end)) {
    const stop = wordEnd(bytes, at + PROTO.length, end, false);
    if (!standsAt(bytes, stop, HELO) || stop + HELO.length >= end) continue;
    spans.protoStart = at + PROTO.length;
    spans.protoEnd = stop;
    spans.heloStart = stop + HELO.length;
    spans.heloEnd = end - 1;
    return at;
  }
  return -1;
}
