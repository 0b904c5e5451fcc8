import { type Address, parseAddress } from '@/lib/model';

/** The longest text of an address is much shorter. */
const LONGEST = 200;

/** The address in a path (`/addresses/2001:db8::1`), its colons as they are or escaped; null where it is none. */
export function readAddressText(part: string): Address | null {
  if (part.length > LONGEST) return null;
  try {
    return parseAddress(decodeURIComponent(part));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
