import { addressToBytes, parseAddress } from '@/lib/model';

/** The 16 bytes an address is kept as. @throws for text that is no address: what comes here was checked. */
export function addressBytes(text: string): Buffer {
  const bytes = tryAddressBytes(text);
  if (!bytes) throw new Error(`not an address: ${JSON.stringify(text)}`);
  return bytes;
}

/** As {@link addressBytes}; null for what is no address. */
export function tryAddressBytes(text: string): Buffer | null {
  return readV4(text) ?? readAny(text);
}

function readAny(text: string): Buffer | null {
  const address = parseAddress(text);
  return address && Buffer.from(addressToBytes(address));
}

/** IPv4 in its usual form, as nearly all are: without the arithmetic of IPv6. */
function readV4(text: string): Buffer | null {
  const bytes = Buffer.alloc(16);
  bytes[10] = bytes[11] = 0xff;
  let at = 12;
  let value = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 46 : text.charCodeAt(i);
    if (code === 46) {
      if (value < 0 || at === 16) return null;
      bytes[at++] = value;
      value = -1;
    } else {
      const digit = code - 48;
      if (digit < 0 || digit > 9 || value === 0) return null;
      value = (value < 0 ? 0 : value * 10) + digit;
      if (value > 255) return null;
    }
  }
  return at === 16 ? bytes : null;
}
