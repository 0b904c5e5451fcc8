/** Postfix' daemons by the end of their tag (`postfix/submission/smtpd`), as numbers: a log has one a line. */
import { ascii, standsAt } from '../bytes';
import type { Envelope } from '../envelope';
import { guessDaemon } from './postfix-lost-daemon';

export const NO_DAEMON = 0;
export const SMTPD = 1;
export const CLEANUP = 2;
export const POSTSCREEN = 3;
/** The last of those that refuse mail. */
export const LAST_REFUSER = 3;
export const DNSBLOG = 4;
export const QMGR = 5;
/** One that puts mail into a mailbox or sends it on; `error` and `discard` do neither. */
export const DELIVERY = 6;

const NAMES: ReadonlyArray<readonly [string, number]> = [
  ['smtpd', SMTPD],
  ['cleanup', CLEANUP],
  ['postscreen', POSTSCREEN],
  ['dnsblog', DNSBLOG],
  ['qmgr', QMGR],
  ['lmtp', DELIVERY],
  ['smtp', DELIVERY],
  ['local', DELIVERY],
  ['virtual', DELIVERY],
  ['pipe', DELIVERY],
];
const LONGEST = 10;
const BY_LENGTH = Array.from({ length: LONGEST + 1 }, (_, length) =>
  NAMES.filter(([name]) => name.length === length).map(([name, daemon]) => ({ word: ascii(name), daemon })),
);

/** Which daemon the tag names, with its instance before it; `NO_DAEMON` where it is none of these. */
export function readDaemon(bytes: Uint8Array, envelope: Envelope): number {
  const { daemonStart, tagEnd, hostEnd } = envelope;
  if (daemonStart === hostEnd + 1) return numberOf(guessDaemon(bytes, envelope));
  const length = tagEnd - daemonStart;
  if (length > LONGEST) return NO_DAEMON;
  const candidates = BY_LENGTH[length] ?? [];
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i];
    if (candidate && standsAt(bytes, daemonStart, candidate.word)) return candidate.daemon;
  }
  return NO_DAEMON;
}

function numberOf(name: string | null): number {
  return NAMES.find(([known]) => known === name)?.[1] ?? NO_DAEMON;
}

/** True where the daemon is one that refuses mail. */
export function isRefuser(bytes: Uint8Array, envelope: Envelope): boolean {
  const daemon = readDaemon(bytes, envelope);
  return daemon !== NO_DAEMON && daemon <= LAST_REFUSER;
}
