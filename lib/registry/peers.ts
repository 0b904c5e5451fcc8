import { lookup } from 'node:dns/promises';
import { type Failure, toFailure } from './failure';
import { isPublicPeer } from './peer-address';

/** Name → addresses. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** A host to connect to; only one that the site's own row names an address for leads to a private one. */
export interface Target {
  host: string;
  address: string | null;
  overridden: boolean;
}

/**
 * The addresses a host may be connected at. The name is resolved once, every address it has must be public, and
 * the caller connects to exactly these, so that a second, different answer of the name service (DNS rebinding)
 * leads nowhere.
 * @param stop ends the wait for the name service; the failure is then `timeout`.
 */
export async function findPeers(
  { host, address, overridden }: Target,
  resolve: Resolve = resolveBySystem,
  stop: AbortSignal,
): Promise<{ addresses: readonly string[] } | { failure: Failure; address: string | null }> {
  if (overridden && address !== null) return { addresses: [address] };
  let addresses: readonly string[];
  try {
    const stopped = new Promise<never>((_, reject) => {
      stop.addEventListener('abort', () => reject(stop.reason), { once: true });
    });
    addresses = await Promise.race([resolve(host), stopped]);
  } catch (error) {
    return { failure: stop.aborted ? { kind: 'timeout', detail: host } : toFailure(error), address: null };
  }
  const forbidden = addresses.find((one) => !isPublicPeer(one));
  if (forbidden !== undefined) return { failure: { kind: 'forbidden-address', detail: forbidden }, address: forbidden };
  return { addresses };
}

async function resolveBySystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
