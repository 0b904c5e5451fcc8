import { type Address, addressFromBytes, type AddressRange } from '@/lib/model';
import { all } from '../connection';
import { rangeOfRow } from './network-parts';

/** A network whose announcer may be asked for. */
export interface NetworkToAnnounce {
  /** The address in it with most refusals, else its first. */
  address: Address;
  /** The server that told of it. */
  server: string;
}

/** Networks that a registry has told us of in full and live, those with most refusals first. */
export function networksToAnnounce(): NetworkToAnnounce[] {
  return all<{ bytes: Buffer; server: string }>(
    `SELECT coalesce((SELECT a.bytes FROM Address a WHERE a.networkId = n.id AND a.events > 0 ORDER BY a.events DESC, a.id LIMIT 1), n.firstBytes) AS bytes,
       w.server
     FROM Network n JOIN Answer w ON w.id = n.answerId
     WHERE n.detailed = 1 AND n.origin = 'user' AND w.source = 'live'
     ORDER BY (SELECT coalesce(sum(a.events), 0) FROM Address a WHERE a.networkId = n.id) DESC, n.id`,
  ).map(({ bytes, server }) => ({ address: addressFromBytes(bytes), server }));
}

/** Blocks that an answer since then says somebody, or nobody, is seen to announce. Epoch ms. */
export function seenAnnouncedSince(sinceMs: number): AddressRange[] {
  return all<{ firstBytes: Buffer; lastBytes: Buffer }>(
    `SELECT DISTINCT x.firstBytes, x.lastBytes FROM Announcement x JOIN Answer w ON w.id = x.answerId
     WHERE x.seen = 1 AND x.firstBytes IS NOT NULL AND max(w.askedMs, coalesce(w.confirmedMs, 0)) > ?
     ORDER BY x.firstBytes, x.lastBytes DESC`,
    sinceMs,
  ).map(rangeOfRow);
}
