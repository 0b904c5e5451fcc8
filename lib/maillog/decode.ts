/** True where text that holds one character a byte needs no decoding; counted natively, so that it costs little. */
export function isAscii(text: string): boolean {
  return Buffer.byteLength(text, 'utf8') === text.length;
}

/** Reads text that holds one character a byte as UTF-8; bytes that are none become U+FFFD. */
export function decodeUtf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8');
}
