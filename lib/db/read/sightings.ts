import {
  type AcceptedShare,
  addressFromBytes,
  type AddressRange,
  formatAddress,
  type SightingKind,
  SIGHTING_KINDS,
} from '@/lib/model';
import { tryAddressBytes } from '../address-bytes';
import { all, one } from '../connection';
import { rangeBytes } from '../range-bytes';

/** Mail that the user's server accepted, as far as uploads tell of it. */
export interface AcceptedMail {
  messages: number;
  /** Distinct client addresses. */
  addresses: number;
  /** Start of the last UTC day there was one, epoch ms; null where there was none. */
  lastMs: number | null;
}

const DAY_MS = 86_400_000;
const ACCEPTED = SIGHTING_KINDS.indexOf('accepted');

/** Whose uploads are asked: an invented log says nothing about the user's mail. */
export type Origin = 'user' | 'sample';

const OF_ORIGIN = 'uploadId IN (SELECT id FROM Upload WHERE ?1 IS NULL OR origin = ?1)';
/** `?2` is JSON of ranges as pairs of hex; what lies in two of them is there once. */
const IN_RANGES = `FROM (SELECT DISTINCT s.bytes, s.day, s.uploadId, s.messages, s.recipients FROM json_each(?2) r
  CROSS JOIN Sighting s ON s.bytes BETWEEN unhex(r.value ->> 0) AND unhex(r.value ->> 1) WHERE s.kind = ${ACCEPTED} AND s.${OF_ORIGIN})`;

/** All accepted mail. `messages` is 0 where no log told of any, so that nothing can be checked against it. */
export function readAcceptedMail(origin: Origin | null = null): AcceptedMail {
  return sumUp(`FROM Sighting WHERE kind = ${ACCEPTED} AND ${OF_ORIGIN}`, origin);
}

/** From when to when the logs tell of more than refusals, epoch ms; undefined where none does. */
export function readSightingSpan(origin: Origin): { firstMs: number; lastMs: number } | undefined {
  const row = one<{ firstMs: number | null; lastMs: number | null }>(
    `SELECT min(firstMs) AS firstMs, max(lastMs) AS lastMs FROM SightingSpan WHERE ${OF_ORIGIN}`,
    origin,
  );
  return row?.firstMs == null || row.lastMs === null ? undefined : { firstMs: row.firstMs, lastMs: row.lastMs };
}

/**
 * How much of the accepted mail came from clients in these ranges, which may overlap.
 * @param total all accepted mail, where it was read before: it takes longer than the part
 */
export function readAcceptedShare(
  ranges: readonly AddressRange[],
  origin: Origin,
  total = readAcceptedMail(origin).messages,
): AcceptedShare {
  return { ...sumUp(IN_RANGES, origin, encodeRanges(ranges)), total };
}

/** A client whose mail was accepted. */
export interface AcceptedClient {
  text: string;
  messages: number;
  recipients: number;
  /** Start of the last UTC day, epoch ms. */
  lastMs: number;
}

/** The clients in these ranges whose mail was accepted, the most mail first. */
export function readAcceptedClients(ranges: readonly AddressRange[], origin: Origin, limit: number): AcceptedClient[] {
  return all<{ bytes: Buffer; messages: number; recipients: number; day: number }>(
    `SELECT bytes, sum(messages) AS messages, sum(recipients) AS recipients, max(day) AS day ${IN_RANGES}
     GROUP BY bytes ORDER BY messages DESC, bytes LIMIT ?3`,
    origin,
    encodeRanges(ranges),
    limit,
  ).map(({ bytes, day, ...counts }) => ({
    text: formatAddress(addressFromBytes(bytes)),
    ...counts,
    lastMs: day * DAY_MS,
  }));
}

function encodeRanges(ranges: readonly AddressRange[]): string {
  return JSON.stringify(ranges.map((range) => rangeBytes(range).map((bytes) => bytes.toString('hex'))));
}

function sumUp(from: string, ...params: unknown[]): AcceptedMail {
  const row = one<{ messages: number | null; addresses: number; day: number | null }>(
    `SELECT sum(messages) AS messages, count(DISTINCT bytes) AS addresses, max(day) AS day ${from}`,
    ...params,
  );
  return {
    messages: row?.messages ?? 0,
    addresses: row?.addresses ?? 0,
    lastMs: row?.day == null ? null : row.day * DAY_MS,
  };
}

/** What logs tell of one client besides its refusals. */
export interface AddressSightings {
  /** The most frequent kind first. */
  kinds: Array<{ kind: SightingKind; count: number }>;
  /** UTC days with any of it. */
  days: number;
}

/** What else the logs tell of an address, as text; null where they tell nothing. */
export function readSightings(address: string): AddressSightings | null {
  const bytes = tryAddressBytes(address);
  if (!bytes) return null;
  const kinds = all<{ kind: number; count: number }>(
    'SELECT kind, sum(messages) AS count FROM Sighting WHERE bytes = ? GROUP BY kind HAVING count > 0 ORDER BY count DESC, kind',
    bytes,
  ).flatMap(({ kind, count }) => {
    const name = SIGHTING_KINDS[kind];
    return name ? [{ kind: name, count }] : [];
  });
  if (kinds.length === 0) return null;
  const days = one<{ days: number }>('SELECT count(DISTINCT day) AS days FROM Sighting WHERE bytes = ?', bytes);
  return { kinds, days: days?.days ?? 0 };
}
