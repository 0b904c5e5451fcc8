import { canonicalAddress } from '@/lib/model';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/**
 * The canonical text of a client's address as Postfix writes it (`2001:db8::1`, `fe80::1%bge0`).
 * @returns null where it is none, as `unknown` is.
 */
export function readClientAddress(text: string): string | null {
  if (IPV4.test(text) || isCanonicalV6(text)) return text;
  return canonicalAddress(text.startsWith('IPv6:') ? text.slice(5) : text);
}

/** True for an IPv6 address that is canonical at first sight: most are, and arithmetic is slow. */
function isCanonicalV6(text: string): boolean {
  let groups = 0;
  let gaps = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) {
      if (digits === 0 && (at === 0 || ++gaps > 1)) return false;
      if (digits > 0) groups++;
      digits = 0;
    } else if ((code > 48 && code <= 57) || (code >= 97 && code <= 102) || (code === 48 && digits > 0)) {
      if (++digits > 4) return false;
    } else return false;
  }
  if (digits > 0) groups++;
  return gaps === 0 ? groups === 8 && digits > 0 : groups <= 6;
}
