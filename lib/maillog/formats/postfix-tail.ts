/**
 * The end of a Postfix refusal: `;[ from=<S>][ to=<R>][ proto=P][ helo=<H>]` and the SASL parts.
 * Strangers write S, R, H and parts of the reply, so the tail is found from the line's end, and an
 * address is read with its quotes. No step goes back: a candidate is given up before the next one's
 * first blank, or at its first quote, so that the work is linear in the length of the line.
 */
import { ascii, findByte, findByteBack, findWordBack, standsAt } from '../bytes';
import type { Spans } from './spans';

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const SEMICOLON = 59;
const LESS = 60;
const GREATER = 62;
const AT = 64;
const BACKSLASH = 92;

const FROM = ascii(' from=<');
const TO = ascii(' to=<');
const PROTO = ascii(' proto=');
const HELO = ascii(' helo=');
const SASL_METHOD = ascii(' sasl_method=');
const SASL_USERNAME = ascii(' sasl_username=');
const SASL_SENDER = ascii(' sasl_sender=');

/** 1 for what does not stand in an unquoted address in external form, or ends it. */
const ENDS_ADDRESS = Uint8Array.from({ length: 256 }, (_, code) =>
  code <= SPACE || [QUOTE, SEMICOLON, LESS, GREATER, BACKSLASH].includes(code) ? 1 : 0,
);
/** 1 for what does not stand in a cleaned HELO name, or ends it. */
const ENDS_HELO = Uint8Array.from({ length: 256 }, (_, code) =>
  code <= SPACE || [QUOTE, SEMICOLON, LESS, GREATER].includes(code) ? 1 : 0,
);

/**
 * Finds the tail that ends at `end` and notes its parts.
 * @param from where the reply begins; the tail's `;` is not before it.
 * @param comma postscreen parts the tail by commas.
 * @returns the index of the tail's `;`, or -1.
 */
export function findTail(bytes: Uint8Array, from: number, end: number, comma: boolean, spans: Spans): number {
  for (let at = findByteBack(bytes, SEMICOLON, end - 1, from); at >= 0; ) {
    spans.clearTail();
    if (readTail(bytes, at, end, comma, spans)) return at;
    at = findByteBack(bytes, SEMICOLON, at - 1, from);
  }
  spans.clearTail();
  return findInternalTail(bytes, from, end, comma ? COMMA_TAIL : BLANK_TAIL, spans);
}

/** Reads the tail that begins at `semicolon` by the strict grammar. @returns whether it ends at `end`. */
export function readTail(bytes: Uint8Array, semicolon: number, end: number, comma: boolean, spans: Spans): boolean {
  let at = semicolon + 1;
  if (standsAt(bytes, at, FROM)) {
    spans.senderStart = at + 7;
    spans.senderEnd = addressEnd(bytes, at + 7, end);
    if (spans.senderEnd < 0) return false;
    at = next(bytes, spans.senderEnd + 1, comma);
  }
  if (standsAt(bytes, at, TO)) {
    spans.recipientStart = at + 5;
    spans.recipientEnd = addressEnd(bytes, at + 5, end);
    if (spans.recipientEnd < 0) return false;
    at = next(bytes, spans.recipientEnd + 1, comma);
  }
  if (standsAt(bytes, at, PROTO)) {
    spans.protoStart = at + 7;
    spans.protoEnd = wordEnd(bytes, at + 7, end, comma);
    at = next(bytes, spans.protoEnd, comma);
  }
  if (standsAt(bytes, at, HELO)) {
    const bracket = bytes[at + 6] === LESS;
    spans.heloStart = at + (bracket ? 7 : 6);
    spans.heloEnd = bracket ? heloEnd(bytes, spans.heloStart, end, comma) : wordEnd(bytes, spans.heloStart, end, false);
    if (spans.heloEnd < 0) return false;
    at = spans.heloEnd + (bracket ? 1 : 0);
  }
  // postscreen writes all of them, and no more: its HELO is raw, and could end a quote that a sender began.
  if (comma) return at === end && spans.senderStart >= 0 && spans.recipientStart >= 0 && spans.heloStart >= 0;
  return at === end || readSasl(bytes, at, end, spans) === end;
}

/** Reads the parts of an authenticated session. @returns the index behind them. */
function readSasl(bytes: Uint8Array, start: number, end: number, spans: Spans): number {
  let at = start;
  if (standsAt(bytes, at, SASL_METHOD)) at = wordEnd(bytes, at + 13, end, false);
  if (standsAt(bytes, at, SASL_USERNAME)) {
    const bracket = bytes[at + 15] === LESS ? 1 : 0;
    spans.saslStart = at + 15 + bracket;
    const close = bracket === 1 ? findByte(bytes, GREATER, spans.saslStart, end) : -1;
    spans.saslEnd = close >= 0 ? close : wordEnd(bytes, spans.saslStart, end, false);
    at = close >= 0 ? close + 1 : spans.saslEnd;
  }
  return standsAt(bytes, at, SASL_SENDER) ? wordEnd(bytes, at + 13, end, false) : at;
}

interface TailWords {
  comma: boolean;
  helo: Uint8Array;
  proto: Uint8Array;
  to: Uint8Array;
}

const BLANK_TAIL: TailWords = { comma: false, helo: ascii(' helo=<'), proto: ascii('> proto='), to: ascii('> to=<') };
const COMMA_TAIL: TailWords = { comma: true, helo: ascii(', helo=<'), proto: ascii('>, proto='), to: ascii('>, to=<') };

/**
 * Before Postfix 3.5 an address was written unquoted, whatever stood in it: the longest sender that
 * still leaves recipient, protocol and helo at the end.
 */
function findInternalTail(bytes: Uint8Array, from: number, end: number, words: TailWords, spans: Spans): number {
  const semicolon = findTailStart(bytes, from, end);
  if (semicolon < 0) return -1;
  const sender = semicolon + 8;
  const helo = findInternalHelo(bytes, sender, end, words, spans);
  const proto = findWordBack(bytes, words.proto, helo, sender);
  if (proto < 0 || wordEnd(bytes, proto + words.proto.length, end, words.comma) !== helo) return -1;
  spans.protoStart = proto + words.proto.length;
  spans.protoEnd = helo;
  spans.internal = true;
  spans.senderStart = sender;
  const to = findWordBack(bytes, words.to, proto, sender);
  spans.senderEnd = to < 0 ? proto : to;
  if (to >= 0) {
    spans.recipientStart = to + words.to.length;
    spans.recipientEnd = proto;
  }
  return semicolon;
}

/** Notes the helo that ends the line, if one does. @returns where it begins, or the line's end. */
function findInternalHelo(bytes: Uint8Array, low: number, end: number, words: TailWords, spans: Spans): number {
  const helo = findWordBack(bytes, words.helo, end, low);
  if (helo < 0) return end;
  const start = helo + words.helo.length;
  const stop = heloEnd(bytes, start, end, words.comma);
  if (stop < 0 || (stop + 1 !== end && readSasl(bytes, stop + 1, end, spans) !== end)) return end;
  spans.heloStart = start;
  spans.heloEnd = stop;
  return helo;
}

/** The first `; from=<`, or -1. */
function findTailStart(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at + 8 <= end; at++) {
    if (bytes[at] === SEMICOLON && standsAt(bytes, at + 1, FROM)) return at;
  }
  return -1;
}

/** The index of the `>` that ends an address in external form, or -1. */
export function addressEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] === QUOTE) {
    for (at++; at < end && bytes[at] !== QUOTE; at++) {
      if (bytes[at] === BACKSLASH) at++;
    }
    at++;
    if (bytes[at] !== AT && bytes[at] !== GREATER) return -1;
  }
  while (at < end && ENDS_ADDRESS[bytes[at] ?? 0] === 0) at++;
  return at < end && bytes[at] === GREATER ? at : -1;
}

/**
 * The index of the `>` that ends a helo, or -1: a cleaned one, or with `comma` one of postscreen's, which
 * is the line's last word and may hold anything but a blank.
 */
function heloEnd(bytes: Uint8Array, start: number, end: number, comma: boolean): number {
  let at = start;
  if (comma)
    return end > start && bytes[end - 1] === GREATER && wordEnd(bytes, start, end, false) === end ? end - 1 : -1;
  while (at < end && ENDS_HELO[bytes[at] ?? 0] === 0) at++;
  return at < end && bytes[at] === GREATER ? at : -1;
}

/** The index of the blank (or, with `comma`, of the comma) that ends a word. */
export function wordEnd(bytes: Uint8Array, start: number, end: number, comma: boolean): number {
  let at = start;
  while (at < end && bytes[at] !== SPACE && !(comma && bytes[at] === COMMA)) at++;
  return at;
}

function next(bytes: Uint8Array, at: number, comma: boolean): number {
  return comma && bytes[at] === COMMA ? at + 1 : at;
}
