/**
 * Text of a stranger made safe for a terminal: controls (C0, DEL, C1) and bidi controls become visible escapes,
 * so that no sequence in it reaches the terminal.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
