import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { z } from 'zod';
import type { OwnData } from '@/lib/blocklist';
import { readSetting } from '@/lib/db/read/settings';
import { parseAddress } from '@/lib/model';

const OwnNetworks = z.array(z.string());

/** The networks the user named as their own (setting `ownNetworks`). */
export function readOwnNetworks(): string[] {
  const text = readSetting('ownNetworks');
  return text === null ? [] : OwnNetworks.parse(JSON.parse(text));
}

/** The name servers of a `resolv.conf`; lines we cannot read name no server the system could use either. */
export function parseResolvers(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const address = /^\s*nameserver\s+(\S+)/.exec(line)?.[1];
    return address !== undefined && parseAddress(address) ? [address] : [];
  });
}

function readResolvers(file = '/etc/resolv.conf'): string[] {
  try {
    return parseResolvers(readFileSync(file, 'utf8'));
  } catch (error) {
    // Not every system keeps its resolvers in a file.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * What a block list must never touch: the user's networks, this machine's addresses, its resolvers, and
 * the address the person is connected from.
 */
export function readOwnData(clientAddress: string | null): OwnData {
  return {
    ownNetworks: readOwnNetworks(),
    clientAddress,
    localAddresses: Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)),
    resolvers: readResolvers(),
    mxPeers: [],
  };
}
