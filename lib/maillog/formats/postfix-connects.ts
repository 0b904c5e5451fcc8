import { ascii, byteAt, latin1, standsAt } from '../bytes';
import { readClientAddress } from '../client-address';
import type { Envelope } from '../envelope';
import { readClient } from './postfix-client';
import { Spans } from './spans';

const CONNECT = ascii('connect from ');
const DISCONNECT = ascii('disconnect from ');
/** Places for processes, by the last bits of their id: many more than a mail server runs, so that few share one. */
const PLACES = 4096;
/** The longest line that is remembered: a host, a tag and a client's name of the longest. */
const LONGEST_LINE = 1024;
/** Ids of nine digits are the largest that there are. */
const LONGEST_PID = 9;
/** A place's numbers: the process, and where the parts of its line stand. */
const NUMBERS = 8;
const PID = 0;
const HOST_START = 1;
const TAG_END = 2;
const CLIENT = 3;
const END = 4;
/** 1 where the line still stands in the bytes at hand, 0 where it has a copy of its own. */
const AT_HAND = 5;
const NOBODY = -1;
const NOTHING = new Uint8Array(0);

/**
 * Who is connected to which smtpd process: a refusal of a filter before the queue names no client. A session is
 * forgotten when it ends, so that nobody is taken for the client after him whose line was lost. One line in three
 * begins or ends a session: numbers are noted, and the few lines that outlast their bytes are copied.
 */
export class Connects {
  private readonly numbers = new Int32Array(PLACES * NUMBERS).fill(NOBODY);
  private readonly copies = new Map<number, Uint8Array>();
  /** The bytes at hand, and the places whose line stands in them. */
  private atHand: Uint8Array = NOTHING;
  private readonly fresh: number[] = [];
  private readonly spans = new Spans();

  /** Takes note of a line of smtpd's. */
  note(bytes: Uint8Array, envelope: Envelope): void {
    const first = bytes[envelope.message];
    if (first === 99) {
      if (standsAt(bytes, envelope.message, CONNECT)) this.open(bytes, envelope);
    } else if (first === 100 && standsAt(bytes, envelope.message, DISCONNECT)) {
      const at = this.find(bytes, envelope);
      if (at >= 0) this.numbers[at + PID] = NOBODY;
    }
  }

  /** To be called before the bytes that lines were taken from are given up. */
  endBytes(): void {
    const { atHand, copies, fresh, numbers } = this;
    for (const at of fresh) {
      if (numbers[at + PID] === NOBODY) copies.delete(at);
      else if (numbers[at + AT_HAND] === 1) this.keepCopy(at, atHand);
    }
    fresh.length = 0;
    this.atHand = NOTHING;
  }

  /** The client of the process that wrote a line; null where it is not known. */
  clientOf(bytes: Uint8Array, envelope: Envelope): { name: string | null; address: string } | null {
    const { numbers, spans } = this;
    const at = this.find(bytes, envelope);
    const line = numbers[at + AT_HAND] === 1 ? this.atHand : this.copies.get(at);
    if (at < 0 || !line || !this.hasTag(at, line, bytes, envelope)) return null;
    if (readClient(line, numbers[at + CLIENT] ?? 0, numbers[at + END] ?? 0, spans) < 0) return null;
    const address = readClientAddress(line, spans.addressStart, spans.addressEnd);
    const name = latin1(line, spans.nameStart, spans.nameEnd);
    return address === null ? null : { name: name === 'unknown' || name === '' ? null : name, address };
  }

  private open(bytes: Uint8Array, envelope: Envelope): void {
    const pid = readPid(bytes, envelope);
    const { hostStart, tagEnd, message, end } = envelope;
    if (pid < 0) return;
    if (this.atHand !== bytes) this.endBytes();
    this.atHand = bytes;
    const { numbers } = this;
    const at = placeOf(pid);
    numbers[at + PID] = end - hostStart > LONGEST_LINE ? NOBODY : pid;
    numbers[at + HOST_START] = hostStart;
    numbers[at + TAG_END] = tagEnd;
    numbers[at + CLIENT] = message + CONNECT.length;
    numbers[at + END] = end;
    numbers[at + AT_HAND] = 1;
    this.fresh.push(at);
  }

  private keepCopy(at: number, bytes: Uint8Array): void {
    const { numbers } = this;
    const hostStart = numbers[at + HOST_START] ?? 0;
    this.copies.set(at, new Uint8Array(bytes.subarray(hostStart, numbers[at + END])));
    for (let i = HOST_START; i <= END; i++) numbers[at + i] = (numbers[at + i] ?? 0) - hostStart;
    numbers[at + AT_HAND] = 0;
  }

  /** Where the process of a line has its numbers, or -1. */
  private find(bytes: Uint8Array, envelope: Envelope): number {
    const pid = readPid(bytes, envelope);
    const at = placeOf(pid);
    return pid >= 0 && this.numbers[at + PID] === pid ? at : -1;
  }

  /** True where a line has the host and the tag of the one that opened the session. */
  private hasTag(at: number, line: Uint8Array, bytes: Uint8Array, { hostStart, tagEnd }: Envelope): boolean {
    const from = this.numbers[at + HOST_START] ?? 0;
    if ((this.numbers[at + TAG_END] ?? 0) - from !== tagEnd - hostStart) return false;
    for (let i = 0; i < tagEnd - hostStart; i++) {
      if (line[from + i] !== bytes[hostStart + i]) return false;
    }
    return true;
  }
}

function placeOf(pid: number): number {
  return (pid & (PLACES - 1)) * NUMBERS;
}

/** The process id of a line, -1 where it has none. */
function readPid(bytes: Uint8Array, { pidStart, pidEnd }: Envelope): number {
  if (pidStart < 0 || pidEnd === pidStart || pidEnd - pidStart > LONGEST_PID) return -1;
  let pid = 0;
  for (let at = pidStart; at < pidEnd; at++) pid = pid * 10 + byteAt(bytes, at) - 48;
  return pid;
}
