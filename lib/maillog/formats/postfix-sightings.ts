/**
 * What a Postfix log tells of clients besides its refusals. Each pattern begins where the message does, and names
 * the client before any text of a stranger's: no command, name or reply can imitate one.
 */
import type { Sighting, SightingKind } from '@/lib/model';
import { ascii, byteAt, findByte, findWord, latin1, skipDigits, standsAt, toBuffer } from '../bytes';
import { isCanonical, isLoopback, readClientAddress } from '../client-address';
import type { Clock } from '../clock';
import type { Envelope } from '../envelope';
import { queueIdEnd } from './postfix';
import { AcceptedMail } from './postfix-accepted';
import { readClient } from './postfix-client';
import { DELIVERY, POSTSCREEN, QMGR, SMTPD } from './postfix-daemons';
import { addressEnd, wordEnd } from './postfix-tail';
import { Spans } from './spans';

const FROM = ascii(' from ');
const WARNING = ascii('warning: ');
/** What smtpd counts for a client. */
export const LIMITS: readonly string[] = [
  'Connection concurrency',
  'Connection rate',
  'Message delivery request rate',
  'Recipient address rate',
  'AUTH command rate',
  'New TLS session rate',
];
const LIMIT_WORDS = LIMITS.map((what) => ascii(`${what} limit exceeded: `));
const NON_SMTP = ascii('non-SMTP command from ');
const TOO_MANY = ascii('too many errors after ');
const IMPROPER = ascii('improper command pipelining after ');
const SASL = ascii(': SASL ');
const FAILED = ascii(' authentication failed');
const LONGEST_MECHANISM = 64;

const PREGREET = ascii('PREGREET ');
const AFTER = ascii(' after ');
const RANK = ascii('DNSBL rank ');
const FOR = ascii(' for ');
/** What postscreen finds wrong behind the greeting. */
export const POSTSCREEN_ERRORS: readonly string[] = [
  'BARE NEWLINE',
  'NON-SMTP COMMAND',
  'COMMAND PIPELINING',
  'COMMAND TIME LIMIT',
  'COMMAND COUNT LIMIT',
  'COMMAND LENGTH LIMIT',
  'DATA without valid RCPT',
  'BDAT without valid RCPT',
];
const ERROR_WORDS = POSTSCREEN_ERRORS.map((what) => ascii(`${what} from `));

const NOQUEUE = ascii('NOQUEUE');
const CLIENT = ascii(': client=');
const ORIG_ID = ascii(', orig_queue_id=');
const ORIG_CLIENT = ascii(', orig_client=');
const TO = ascii(': to=<');
const ORIG_TO = ascii('>, orig_to=<');
const RELAY = ascii('>, relay=');
const STATUS = ascii(', status=');
const SENT = ascii('sent (');
const REMOVED = ascii(': removed');

/** Finds them in the lines of smtpd, postscreen, qmgr and the delivery agents. */
export class PostfixSightings {
  private readonly client = new Spans();
  private readonly accepted = new AcceptedMail();
  private readonly hosts = new HostNames();

  constructor(
    private readonly clock: Clock,
    private readonly sink: (sighting: Sighting) => void,
  ) {}

  /** Looks at a line that is no refusal. */
  note(daemon: number, bytes: Uint8Array, envelope: Envelope): void {
    const { message, end } = envelope;
    switch (daemon) {
      case SMTPD:
        return this.noteSmtpd(bytes, envelope);
      case POSTSCREEN:
        return this.notePostscreen(bytes, envelope);
      case QMGR:
        if (standsAt(bytes, end - REMOVED.length, REMOVED) && queueIdEnd(bytes, message, end) === end - REMOVED.length)
          this.accepted.remove(latin1(bytes, message, end - REMOVED.length));
        return;
      case DELIVERY:
        return this.noteDelivery(bytes, envelope);
    }
  }

  private noteSmtpd(bytes: Uint8Array, envelope: Envelope): void {
    const { message } = envelope;
    switch (byteAt(bytes, message)) {
      case 99: // connect from
      case 100: // disconnect from
      case 108: // lost connection after
        return;
      case 105:
        return this.giveAfterStage('protocol-error', bytes, envelope, IMPROPER);
      case 116:
        return this.giveAfterStage('protocol-error', bytes, envelope, TOO_MANY);
      case 119:
        if (standsAt(bytes, message, WARNING)) this.noteWarning(bytes, envelope, message + WARNING.length);
        return;
      default:
        return this.noteQueued(bytes, envelope);
    }
  }

  private noteQueued(bytes: Uint8Array, envelope: Envelope): void {
    const { message, end } = envelope;
    const idEnd = queueIdEnd(bytes, message, end);
    if (idEnd < 0 || !standsAt(bytes, idEnd, CLIENT) || standsAt(bytes, message, NOQUEUE)) return;
    this.noteClient(bytes, envelope, idEnd);
  }

  /** `QID: client=NAME[IP][, orig_queue_id=QID][, orig_client=NAME[IP]]`, or with the parts of SASL. */
  private noteClient(bytes: Uint8Array, envelope: Envelope, idEnd: number): void {
    const { message, end } = envelope;
    let at = readClient(bytes, idEnd + CLIENT.length, end, this.client);
    if (at < 0) return;
    const host = this.hosts.read(bytes, envelope);
    const id = latin1(bytes, message, idEnd);
    const address = this.readAddress(bytes);
    let before: string | null = null;
    if (standsAt(bytes, at, ORIG_ID)) {
      const start = at + ORIG_ID.length;
      at = wordEnd(bytes, start, end, true);
      before = latin1(bytes, start, at);
    }
    // Nothing else may stand between: a login's name could imitate it.
    if (standsAt(bytes, at, ORIG_CLIENT) && readClient(bytes, at + ORIG_CLIENT.length, end, this.client) === end)
      this.accepted.comeBack(id, host, before, this.readAddress(bytes));
    else if (before !== null) this.accepted.comeBack(id, host, before, address);
    else this.accepted.enter(id, host, address);
  }

  private noteWarning(bytes: Uint8Array, envelope: Envelope, start: number): void {
    const { end } = envelope;
    for (const words of LIMIT_WORDS) {
      if (!standsAt(bytes, start, words)) continue;
      return this.giveAt('rate-limit', bytes, envelope, skipNumber(bytes, start + words.length, end, FROM));
    }
    if (standsAt(bytes, start, NON_SMTP))
      return this.giveAt('protocol-error', bytes, envelope, start + NON_SMTP.length);
    const at = readClient(bytes, start, end, this.client);
    if (at < 0 || !standsAt(bytes, at, SASL)) return;
    const mechanism = at + SASL.length;
    const stop = wordEnd(bytes, mechanism, Math.min(end, mechanism + LONGEST_MECHANISM), false);
    if (stop > mechanism && standsAt(bytes, stop, FAILED)) this.giveAt('auth-failure', bytes, envelope, start);
  }

  private notePostscreen(bytes: Uint8Array, envelope: Envelope): void {
    const { message, end } = envelope;
    if (standsAt(bytes, message, PREGREET)) {
      const at = skipNumber(bytes, message + PREGREET.length, end, AFTER);
      return this.giveAt('pregreet', bytes, envelope, at < 0 ? -1 : skipNumber(bytes, at, end, FROM));
    }
    if (standsAt(bytes, message, RANK))
      return this.giveAt('dnsbl-listed', bytes, envelope, skipNumber(bytes, message + RANK.length, end, FOR));
    for (const words of ERROR_WORDS) {
      if (standsAt(bytes, message, words))
        return this.giveAt('protocol-error', bytes, envelope, message + words.length);
    }
  }

  /** `QID: to=<R>, [orig_to=<O>, ]relay=…, …, status=sent (…)`: what stands in the brackets is a stranger's. */
  private noteDelivery(bytes: Uint8Array, envelope: Envelope): void {
    const { message, end } = envelope;
    const idEnd = queueIdEnd(bytes, message, end);
    if (idEnd < 0 || !standsAt(bytes, idEnd, TO)) return;
    let at = addressEnd(bytes, idEnd + TO.length, end);
    if (at >= 0 && standsAt(bytes, at, ORIG_TO)) at = addressEnd(bytes, at + ORIG_TO.length, end);
    if (at < 0 || !standsAt(bytes, at, RELAY)) return;
    const status = findWord(bytes, STATUS, at, end);
    if (status < 0 || !standsAt(bytes, status + STATUS.length, SENT)) return;
    const host = this.hosts.read(bytes, envelope);
    const mail = this.accepted.deliver(latin1(bytes, message, idEnd), host);
    if (mail) this.give('accepted', mail.address, envelope, bytes, mail.first ? 1 : 0, 1);
  }

  /** `WORDS STAGE[ (…)] from NAME[IP]` */
  private giveAfterStage(kind: SightingKind, bytes: Uint8Array, envelope: Envelope, words: Uint8Array): void {
    const { message, end } = envelope;
    if (!standsAt(bytes, message, words)) return;
    let at = wordEnd(bytes, message + words.length, end, false);
    if (bytes[at + 1] === 40) at = findByte(bytes, 41, at, end) + 1;
    if (at > 0 && standsAt(bytes, at, FROM)) this.giveAt(kind, bytes, envelope, at + FROM.length);
  }

  /** Gives the client that stands at `start`, if one does; -1: none. */
  private giveAt(kind: SightingKind, bytes: Uint8Array, envelope: Envelope, start: number): void {
    if (start < 0 || readClient(bytes, start, envelope.end, this.client) < 0) return;
    const address = this.readAddress(bytes);
    if (address !== null) this.give(kind, address, envelope, bytes, 1, 0);
  }

  private give(
    kind: SightingKind,
    address: string,
    envelope: Envelope,
    bytes: Uint8Array,
    messages: number,
    recipients: number,
  ): void {
    if (!this.clock.readTime(bytes, envelope.start, envelope.hostStart, envelope.bsd)) return;
    const host = this.hosts.read(bytes, envelope);
    this.sink({ kind, address, timeMs: this.clock.timeMs, host, messages, recipients });
  }

  /** The address that was read last; null for `unknown` and for the machine itself. */
  private readAddress(bytes: Uint8Array): string | null {
    const { addressStart, addressEnd: stop } = this.client;
    const plain = isCanonical(bytes, addressStart, stop);
    const address = plain ? latin1(bytes, addressStart, stop) : readClientAddress(bytes, addressStart, stop);
    return address === null || isLoopback(address) ? null : address;
  }
}

/** Skips a number and the words behind it. @returns the index behind them, -1 where they do not stand there. */
function skipNumber(bytes: Uint8Array, start: number, end: number, words: Uint8Array): number {
  let at = skipDigits(bytes, start, end);
  if (at === start) return -1;
  if (byteAt(bytes, at) === 46) at = skipDigits(bytes, at + 1, end);
  return standsAt(bytes, at, words) ? at + words.length : -1;
}

/** The host of a line, as a string that is made once for many. */
class HostNames {
  private name = '';
  private bytes: Uint8Array = new Uint8Array(0);

  read(bytes: Uint8Array, { hostStart, hostEnd }: Envelope): string {
    if (hostEnd - hostStart === this.bytes.length && standsAt(bytes, hostStart, this.bytes)) return this.name;
    this.bytes = Uint8Array.from(bytes.subarray(hostStart, hostEnd));
    this.name = toBuffer(this.bytes).toString('utf8');
    return this.name;
  }
}
