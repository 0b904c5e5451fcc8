import { canonicalAddress } from '@/lib/model';
import { byteAt, isDigit, latin1 } from './bytes';

/**
 * The canonical text of a client's address as Postfix writes it (`2001:db8::1`, `fe80::1%bge0`).
 * @returns null where it is none, as `unknown` is.
 */
export function readClientAddress(bytes: Uint8Array, start: number, end: number): string | null {
  const text = latin1(bytes, start, end);
  return canonicalAddress(text.startsWith('IPv6:') ? text.slice(5) : text);
}

/** True where canonical text names the machine itself. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/** True for an address that is canonical at first sight: nearly all are, and arithmetic is slow. */
export function isCanonical(bytes: Uint8Array, start: number, end: number): boolean {
  return isV4(bytes, start, end) || isPlainV6(bytes, start, end);
}

/** Four numbers to 255 without leading zeros. */
function isV4(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  for (let part = 0; part < 4; part++) {
    const from = at;
    let value = 0;
    for (; at < end && isDigit(bytes[at]); at++) value = value * 10 + byteAt(bytes, at) - 48;
    if (at === from || at - from > 3 || value > 255 || (bytes[from] === 48 && at - from > 1)) return false;
    if (part < 3 && bytes[at++] !== 46) return false;
  }
  return at === end;
}

/** IPv6 without a group of nought beside its gap, so that the gap is where it must be. */
function isPlainV6(bytes: Uint8Array, start: number, end: number): boolean {
  let groups = 0;
  let gaps = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = byteAt(bytes, at);
    if (code === 58) {
      if (digits === 0 && (at === start || ++gaps > 1)) return false;
      if (digits > 0) groups++;
      digits = 0;
    } else if ((code > 48 && code <= 57) || (code >= 97 && code <= 102) || (code === 48 && digits > 0)) {
      if (++digits > 4) return false;
    } else return false;
  }
  if (digits > 0) groups++;
  return gaps === 0 ? groups === 8 && digits > 0 : groups <= 6;
}
