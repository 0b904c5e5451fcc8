import { isUtf8 } from 'node:buffer';

const ESC = 0x1b;

/**
 * A registry's answer as text. `charset` is what the registry is known to use; the bytes have the last
 * word, since answers come in another charset than declared, or in two:
 * ISO-2022-JP is recognised by its escapes and decoded as one stream (its state runs over lines), every
 * other answer line by line: UTF-8 where the line is valid, else the declared charset, else ISO-8859-1.
 * Never throws.
 */
export function decodeAnswer(bytes: Uint8Array, charset: string): string {
  if (!bytes.some((byte) => byte >= 0x80)) {
    return bytes.includes(ESC) || charset.toLowerCase() === 'iso-2022-jp'
      ? new TextDecoder('iso-2022-jp').decode(bytes)
      : new TextDecoder().decode(bytes);
  }
  const utf8 = new TextDecoder();
  const spare = createDecoder(charset);
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(at, end);
    const shifted = line.includes(ESC) && !line.some((byte) => byte >= 0x80);
    text += (shifted ? new TextDecoder('iso-2022-jp') : isUtf8(line) ? utf8 : spare).decode(line);
    at = end;
  }
  return text;
}

/** The declared charset where it can take bytes that are not UTF-8, else ISO-8859-1. */
function createDecoder(charset: string): TextDecoder {
  const latin = new TextDecoder('iso-8859-1');
  try {
    const declared = new TextDecoder(charset);
    return declared.encoding === 'utf-8' || declared.encoding === 'iso-2022-jp' ? latin : declared;
  } catch (error) {
    if (error instanceof RangeError) return latin;
    throw error;
  }
}
