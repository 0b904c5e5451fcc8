const EIGHT_BIT = /[\x80-\xff]/;

/** True where a record (one character a byte) needs decoding. */
export function hasEightBit(text: string): boolean {
  return EIGHT_BIT.test(text);
}

/** Reads text that holds one character a byte as UTF-8; bytes that are none become U+FFFD. */
export function decodeUtf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
