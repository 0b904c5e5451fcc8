import type { AddressRange } from '@/lib/model';
import { all } from '../connection';
import { rangeOfRow } from './network-parts';

/** Addresses that no known network holds yet. */
export function unassignedAddresses(): Array<{ id: number; bytes: Buffer }> {
  return all('SELECT id, bytes FROM Address WHERE networkId IS NULL');
}

/** All known networks, in address order. */
export function knownNetworks(): Array<{ id: number; range: AddressRange }> {
  return all<{ id: number; firstBytes: Buffer; lastBytes: Buffer }>(
    'SELECT id, firstBytes, lastBytes FROM Network ORDER BY firstBytes, lastBytes DESC',
  ).map((row) => ({ id: row.id, range: rangeOfRow(row) }));
}
