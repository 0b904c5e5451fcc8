/**
 * Searching in bytes. Nine tenths of the work on a log is done here and in the loops that use it: the
 * engine makes these loops as fast as it can make any, which it does not for strings.
 */

/** The bytes of a word of ours. */
export function ascii(word: string): Uint8Array {
  return Uint8Array.from(word, (character) => character.charCodeAt(0));
}

/** The byte at `at`, 0 where there is none. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** True where `word` stands at `at`. */
export function standsAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) {
    if (bytes[at + i] !== word[i]) return false;
  }
  return true;
}

/** Where `code` stands first, from `from` to before `end`; or -1. */
export function findByte(bytes: Uint8Array, code: number, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (bytes[at] === code) return at;
  }
  return -1;
}

/** Where `code` stands last, from `from` back to `low`; or -1. */
export function findByteBack(bytes: Uint8Array, code: number, from: number, low: number): number {
  for (let at = from; at >= low; at--) {
    if (bytes[at] === code) return at;
  }
  return -1;
}

/** Where `word` stands first and whole, from `from` to before `end`; or -1. */
export function findWord(bytes: Uint8Array, word: Uint8Array, from: number, end: number): number {
  const first = word[0];
  for (let at = from; at <= end - word.length; at++) {
    if (bytes[at] === first && standsAt(bytes, at, word)) return at;
  }
  return -1;
}

/** Where `word` stands last and whole before `end`, back to `low`; or -1. */
export function findWordBack(bytes: Uint8Array, word: Uint8Array, end: number, low: number): number {
  const first = word[0];
  for (let at = end - word.length; at >= low; at--) {
    if (bytes[at] === first && standsAt(bytes, at, word)) return at;
  }
  return -1;
}

/** Where the digits that begin at `from` end. */
export function skipDigits(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(bytes[at])) at++;
  return at;
}

export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

/** Bytes as a string, one character a byte: for our own words and for what is read by expressions. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return toBuffer(bytes).toString('latin1', start, end);
}

/** The same bytes with the methods of a Buffer. */
export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** True where one character a byte is also UTF-8. Counted natively, so that it costs little. */
export function isAscii(text: string): boolean {
  return Buffer.byteLength(text, 'utf8') === text.length;
}

/** Reads a string of one character a byte as UTF-8; bytes that are none become U+FFFD. */
export function decodeUtf8(text: string): string {
  return isAscii(text) ? text : Buffer.from(text, 'latin1').toString('utf8');
}
