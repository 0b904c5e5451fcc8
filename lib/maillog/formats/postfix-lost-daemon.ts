/**
 * Postfix' daemons where the envelope lost their name: rsyslog cuts RFC 5424's APP-NAME at the slash, and
 * journalctl's `with-unit` shows the unit's name. What is left is `postfix` or an instance called after it,
 * and the message tells the rest by its head. Its tail is then looked at as ever.
 */
import { ascii, findByte, findWord, standsAt } from '../bytes';
import type { Envelope } from '../envelope';

const POSTFIX = ascii('postfix');
const FROM = ascii(' from ');
const BRACKET = 91;
/** A queue id and its colon, with room to spare. */
const LONGEST_ID = 40;

/** How the messages of other daemons than smtpd begin, behind their queue id where they have one. */
const BEGINNINGS = [
  { daemon: 'qmgr', words: ['from=<', 'removed'].map(ascii), queued: true },
  { daemon: 'smtp', words: ['to=<'].map(ascii), queued: true },
  { daemon: 'cleanup', words: ['message-id='].map(ascii), queued: true },
  { daemon: 'dnsblog', words: ['addr '].map(ascii), queued: false },
];
/** postscreen says of whom before it says anything a stranger wrote. */
const LONGEST_VERDICT = 80;

/** The daemon that writes such a message; null where the tag is not Postfix' own. */
export function guessDaemon(bytes: Uint8Array, { hostEnd, message, end }: Envelope): string | null {
  if (!standsAt(bytes, hostEnd + 1, POSTFIX)) return null;
  const colon = findByte(bytes, 58, message, Math.min(end, message + LONGEST_ID));
  for (const { daemon, words, queued } of BEGINNINGS) {
    if (queued && colon < 0) continue;
    const at = queued ? colon + 2 : message;
    if (words.some((word) => standsAt(bytes, at, word))) return daemon;
  }
  return standsBare(bytes, message, end) ? 'postscreen' : 'smtpd';
}

/** True where the client has no name, as postscreen's have none. */
function standsBare(bytes: Uint8Array, message: number, end: number): boolean {
  const from = findWord(bytes, FROM, message, Math.min(end, message + LONGEST_VERDICT));
  return from >= 0 && bytes[from + FROM.length] === BRACKET;
}
