/**
 * The end of a Postfix refusal: `;[ from=<S>][ to=<R>][ proto=P][ helo=<H>]` and the SASL parts.
 * Strangers write S, R, H and parts of the reply, so the tail is found from the line's end, and an
 * address is read with its quotes. No step goes back: a candidate is given up before the next one's
 * first blank, or at its first quote, so that the work is linear in the length of the line.
 */
import { type SearchText, standsAt } from '../text';
import type { Spans } from './spans';

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const SEMICOLON = 59;
const LESS = 60;
const GREATER = 62;
const AT = 64;
const BACKSLASH = 92;

/**
 * Finds the tail that ends at `end` and notes its parts.
 * @param from where the reply begins; the tail's `;` is not before it.
 * @param comma postscreen parts the tail by commas.
 * @returns the index of the tail's `;`, or -1.
 */
export function findTail(text: SearchText, from: number, end: number, comma: boolean, spans: Spans): number {
  for (let semicolon = end - 1; semicolon >= from; semicolon--) {
    semicolon = text.lastIndexOf(';', semicolon);
    if (semicolon < from) break;
    spans.clearTail();
    if (readTail(text, semicolon, end, comma, spans)) return semicolon;
  }
  spans.clearTail();
  return findInternalTail(text, from, end, comma, spans);
}

/** Reads the tail that begins at `semicolon` by the strict grammar. @returns whether it ends at `end`. */
export function readTail(text: SearchText, semicolon: number, end: number, comma: boolean, spans: Spans): boolean {
  let at = semicolon + 1;
  if (standsAt(text, at, ' from=<')) {
    spans.senderStart = at + 7;
    spans.senderEnd = addressEnd(text, at + 7, end);
    if (spans.senderEnd < 0) return false;
    at = next(text, spans.senderEnd + 1, comma);
  }
  if (standsAt(text, at, ' to=<')) {
    spans.recipientStart = at + 5;
    spans.recipientEnd = addressEnd(text, at + 5, end);
    if (spans.recipientEnd < 0) return false;
    at = next(text, spans.recipientEnd + 1, comma);
  }
  if (standsAt(text, at, ' proto=')) {
    spans.protoStart = at + 7;
    spans.protoEnd = wordEnd(text, at + 7, end, comma);
    at = next(text, spans.protoEnd, comma);
  }
  if (standsAt(text, at, ' helo=')) {
    const bracket = text.charCodeAt(at + 6) === LESS;
    spans.heloStart = at + (bracket ? 7 : 6);
    spans.heloEnd = bracket ? heloEnd(text, spans.heloStart, end) : wordEnd(text, spans.heloStart, end, false);
    if (spans.heloEnd < 0) return false;
    at = spans.heloEnd + (bracket ? 1 : 0);
  }
  return at === end || readSasl(text, at, end, spans) === end;
}

/** Reads the parts of an authenticated session. @returns the index behind them. */
function readSasl(text: SearchText, start: number, end: number, spans: Spans): number {
  let at = start;
  if (standsAt(text, at, ' sasl_method=')) at = wordEnd(text, at + 13, end, false);
  if (standsAt(text, at, ' sasl_username=')) {
    const stop = wordEnd(text, at + 15, end, false);
    const bracket = text.charCodeAt(at + 15) === LESS && text.charCodeAt(stop - 1) === GREATER ? 1 : 0;
    spans.saslStart = at + 15 + bracket;
    spans.saslEnd = stop - bracket;
    at = stop;
  }
  return standsAt(text, at, ' sasl_sender=') ? wordEnd(text, at + 13, end, false) : at;
}

/**
 * Before Postfix 3.5 an address was written unquoted, whatever stood in it: the longest sender that
 * still leaves recipient, protocol and helo at the end.
 */
function findInternalTail(text: SearchText, from: number, end: number, comma: boolean, spans: Spans): number {
  const sep = comma ? ',' : '';
  const semicolon = text.indexOf('; from=<', from);
  if (semicolon < 0 || semicolon >= end) return -1;
  const helo = text.lastIndexOf(`${sep} helo=<`, end - 1);
  const sasl = text.indexOf('>', helo) + 1;
  if (helo < semicolon || sasl === 0 || sasl > end) return -1;
  if (sasl !== end && readSasl(text, sasl, end, spans) !== end) return -1;
  spans.heloStart = helo + sep.length + 7;
  spans.heloEnd = sasl - 1;
  const proto = text.lastIndexOf(`>${sep} proto=`, helo);
  spans.protoStart = proto + sep.length + 8;
  spans.protoEnd = helo;
  if (proto < semicolon || wordEnd(text, spans.protoStart, end, comma) !== helo) return -1;
  spans.internal = true;
  spans.senderStart = semicolon + 8;
  const to = text.lastIndexOf(`>${sep} to=<`, proto);
  if (to < spans.senderStart) {
    spans.senderEnd = proto;
    return semicolon;
  }
  spans.senderEnd = to;
  spans.recipientStart = to + sep.length + 6;
  spans.recipientEnd = proto;
  return semicolon;
}

/**
 * At the HELO and EHLO stage the name is written raw, in the tail and mostly in the reply too
 * (`504 5.5.2 <H>: … ; proto=SMTP helo=<H>`), and nothing else is known of the mail yet.
 * @returns the index of the tail's `;`, or -1.
 */
export function findHeloTail(text: SearchText, from: number, end: number, spans: Spans): number {
  if (text.charCodeAt(end - 1) !== GREATER) return -1;
  spans.clearTail();
  const first = readHeloTail(text, from, end, spans);
  if (first < 0 || text.charCodeAt(from) !== LESS) return first;
  let semicolon = first;
  for (let tries = 0; tries < 8 && semicolon >= 0; tries++) {
    const length = end - 1 - spans.heloStart;
    const twice =
      standsAt(text, from + 1 + length, '>: ') &&
      text.slice(from + 1, from + 1 + length) === text.slice(spans.heloStart, end - 1);
    if (twice) return semicolon;
    semicolon = readHeloTail(text, semicolon + 1, end, spans);
  }
  return readHeloTail(text, from, end, spans);
}

function readHeloTail(text: SearchText, from: number, end: number, spans: Spans): number {
  for (let semicolon = from; ; semicolon++) {
    semicolon = text.indexOf('; proto=', semicolon);
    if (semicolon < 0 || semicolon >= end) return -1;
    const stop = wordEnd(text, semicolon + 8, end, false);
    if (!standsAt(text, stop, ' helo=<')) continue;
    spans.protoStart = semicolon + 8;
    spans.protoEnd = stop;
    spans.heloStart = stop + 7;
    spans.heloEnd = end - 1;
    return semicolon;
  }
}

/** The index of the `>` that ends an address in external form, or -1. */
function addressEnd(text: SearchText, start: number, end: number): number {
  let at = start;
  if (text.charCodeAt(at) === QUOTE) {
    for (at++; at < end && text.charCodeAt(at) !== QUOTE; at++) {
      if (text.charCodeAt(at) === BACKSLASH) at++;
    }
    at++;
    if (text.charCodeAt(at) !== AT && text.charCodeAt(at) !== GREATER) return -1;
  }
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (code <= SPACE || code === QUOTE || code === LESS || code === SEMICOLON || code === BACKSLASH) return -1;
  }
  return -1;
}

/** The index of the `>` that ends a cleaned helo, or -1. */
function heloEnd(text: SearchText, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (code <= SPACE || code === LESS || code === SEMICOLON || code === QUOTE) return -1;
  }
  return -1;
}

function wordEnd(text: SearchText, start: number, end: number, comma: boolean): number {
  let at = start;
  while (at < end && text.charCodeAt(at) !== SPACE && !(comma && text.charCodeAt(at) === COMMA)) at++;
  return at;
}

function next(text: SearchText, at: number, comma: boolean): number {
  return comma && text.charCodeAt(at) === COMMA ? at + 1 : at;
}
