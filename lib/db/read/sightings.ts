import { type AddressRange, addressToBytes, type SightingKind, SIGHTING_KINDS } from '@/lib/model';
import { all, one } from '../connection';

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

/** All accepted mail. `messages` is 0 where no log told of any, so that nothing can be checked against it. */
export function readAcceptedMail(): AcceptedMail {
  return sumUp('', []);
}

/** Accepted mail from clients in this range. */
export function readAcceptedFrom({ family, first, last }: AddressRange): AcceptedMail {
  const bytes = [first, last].map((value) => Buffer.from(addressToBytes({ family, value })));
  return sumUp('AND bytes BETWEEN ? AND ?', bytes);
}

function sumUp(where: '' | 'AND bytes BETWEEN ? AND ?', params: unknown[]): AcceptedMail {
  const row = one<{ messages: number | null; addresses: number; day: number | null }>(
    `SELECT sum(messages) AS messages, count(DISTINCT bytes) AS addresses, max(day) AS day FROM Sighting WHERE kind = ${ACCEPTED} ${where}`,
    ...params,
  );
  return {
    messages: row?.messages ?? 0,
    addresses: row?.addresses ?? 0,
    lastMs: row?.day == null ? null : row.day * DAY_MS,
  };
}

/** What else the logs tell of one client, the most frequent first. */
export function readSightings(address: Uint8Array): Array<{ kind: SightingKind; messages: number; days: number }> {
  return all<{ kind: number; messages: number; days: number }>(
    `SELECT kind, sum(messages) AS messages, count(DISTINCT day) AS days FROM Sighting WHERE bytes = ?
     GROUP BY kind ORDER BY messages DESC, kind`,
    Buffer.from(address),
  ).flatMap(({ kind, ...counts }) => {
    const name = SIGHTING_KINDS[kind];
    return name ? [{ kind: name, ...counts }] : [];
  });
}
