import { ascii, findByte, findWord, latin1, standsAt } from '../bytes';
import type { Envelope } from '../envelope';

const ADDRESS = ascii('addr ');
const LISTED = ascii(' listed by domain ');
const AS = ascii(' as 127.0.0.');
/** Addresses remembered; the oldest is forgotten first. */
const MOST = 4096;
/** How long after it a listing belongs to a session: postscreen lets none last longer. */
const LASTING_MS = 600_000;

/**
 * Which block list named a client of postscreen's, from dnsblog's `addr IP listed by domain ZONE as 127.0.0.N`, for
 * the refusals that do not say it. Answers outside of 127.0.0.0/24 are those of lists of good senders.
 */
export class Listings {
  private readonly listings = new Map<string, { zone: string; timeMs: number }>();

  /** Takes note of a line of dnsblog's; the first list that named an address in a session is kept. */
  note(bytes: Uint8Array, envelope: Envelope, timeMs: number): void {
    const { message, end } = envelope;
    if (!standsAt(bytes, message, ADDRESS)) return;
    const start = message + ADDRESS.length;
    const stop = findByte(bytes, 32, start, end);
    if (stop < 0 || !standsAt(bytes, stop, LISTED)) return;
    const zoneStart = stop + LISTED.length;
    const zoneEnd = findByte(bytes, 32, zoneStart, end);
    if (zoneEnd < 0 || findWord(bytes, AS, zoneEnd, end) !== zoneEnd) return;
    const key = keyOf(bytes, envelope, start, stop);
    const known = this.listings.get(key);
    if (known && isWithin(known.timeMs, timeMs)) return;
    this.listings.delete(key);
    if (this.listings.size === MOST) this.forgetOldest();
    this.listings.set(key, { zone: latin1(bytes, zoneStart, zoneEnd), timeMs });
  }

  /** The list that named the address from `start` to `end` in a line of postscreen's; null where none is known. */
  zoneOf(bytes: Uint8Array, envelope: Envelope, start: number, end: number, timeMs: number): string | null {
    if (this.listings.size === 0 || start < 0) return null;
    const listing = this.listings.get(keyOf(bytes, envelope, start, end));
    return listing && isWithin(listing.timeMs, timeMs) ? listing.zone : null;
  }

  private forgetOldest(): void {
    for (const key of this.listings.keys()) {
      this.listings.delete(key);
      return;
    }
  }
}

/** Host and instance (`mx1 postfix/`) and address: what two daemons of one Postfix have in common. */
function keyOf(bytes: Uint8Array, { hostStart, daemonStart }: Envelope, start: number, end: number): string {
  return latin1(bytes, hostStart, daemonStart) + latin1(bytes, start, end);
}

function isWithin(thenMs: number, nowMs: number): boolean {
  return nowMs >= thenMs && nowMs - thenMs <= LASTING_MS;
}
