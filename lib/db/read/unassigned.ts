import type { AddressRange } from '@/lib/model';
import { all, each, one, sql } from '../connection';
import { rangeOfRow } from './network-parts';
import { readSetting } from './settings';

/** Addresses that no known network holds yet: there may be hundreds of thousands. Read it to its end before writing. */
export function unassignedAddresses(): Iterable<{ id: number; bytes: Buffer }> {
  return each('SELECT id, bytes FROM Address WHERE networkId IS NULL');
}

/** A network, and where it lies. */
export interface KnownNetwork {
  id: number;
  range: AddressRange;
}

/** All networks that came after this one, in address order. @param id 0 for all. */
export function networksAfter(id: number): KnownNetwork[] {
  return all<{ id: number; firstBytes: Buffer; lastBytes: Buffer }>(
    'SELECT id, firstBytes, lastBytes FROM Network WHERE id > ? ORDER BY firstBytes, lastBytes DESC',
    id,
  ).map((row) => ({ id: row.id, range: rangeOfRow(row) }));
}

/** What tells whether networks read before are still all there are. */
export interface NetworksVersion {
  /** The database they are of. */
  database: object;
  /** Another one where any is gone, or lies elsewhere. */
  removed: string | null;
  /** New ones have higher ids, which are never given twice. */
  lastId: number;
}

/** Costs two look-ups by key. */
export function networksVersion(): NetworksVersion {
  const lastId = one<{ id: number | null }>('SELECT max(id) AS id FROM Network')?.id ?? 0;
  return { database: sql(), removed: readSetting('networks-removed'), lastId };
}
