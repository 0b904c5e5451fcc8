import { parsePrefix } from '@/lib/model';

/** How much a list covers: IPv4 addresses, and IPv6 blocks, whose addresses nobody counts. */
export function countAddresses(prefixes: readonly string[]): { addresses: number; six: number } {
  let addresses = 0;
  let six = 0;
  for (const text of prefixes) {
    const prefix = parsePrefix(text);
    if (prefix?.family === 4) addresses += 2 ** (32 - prefix.length);
    else if (prefix) six++;
  }
  return { addresses, six };
}
