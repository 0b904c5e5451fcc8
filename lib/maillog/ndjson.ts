import type { Rejection } from '@/lib/model';
import { ascii } from './bytes';
import type { Found } from './found';
import { Refusal } from './refusal';
import { TimeText, writeAscii } from './time-text';

/** Controls of both kinds, and what is invisible or turns the direction of writing. */
const UNSEEN =
  /["\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
/** 1 for each byte that stands for itself in a JSON string. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, code) =>
  code < 32 || code > 126 || code === 34 || code === 92 ? 0 : 1,
);
/** Bytes gathered before they are handed out. */
const BLOCK = 131_072;
const NULL = ascii('null');
const UNKNOWN = 'unknown';
const KEYS = {
  line: ascii('{"line":'),
  time: ascii(',"format":"postfix","time":"'),
  host: ascii('","host":'),
  daemon: ascii(',"daemon":'),
  pid: ascii(',"pid":'),
  queueId: ascii(',"queueId":'),
  action: ascii(',"action":"'),
  stage: ascii('","stage":"'),
  clientName: ascii('","clientName":'),
  clientAddress: ascii(',"clientAddress":'),
  clientPort: ascii(',"clientPort":'),
  code: ascii(',"code":'),
  dsn: ascii(',"dsn":'),
  text: ascii(',"text":'),
  dnsbl: ascii(',"dnsbl":'),
  sender: ascii(',"sender":'),
  recipient: ascii(',"recipient":'),
  proto: ascii(',"proto":'),
  helo: ascii(',"helo":'),
  saslUsername: ascii(',"saslUsername":'),
  end: ascii('}\n'),
};

/**
 * Writes refusals as NDJSON, from bytes to bytes without a string between: a log has hundreds of
 * thousands of them. Nothing in it can steer a terminal: controls and marks of direction are written as
 * `\u` escapes.
 */
export class NdjsonWriter {
  private out = new Uint8Array(BLOCK * 2);
  private filled = 0;
  private source: Uint8Array = NULL;
  private readonly time = new TimeText();

  /** @param output takes whole lines; what it is given is valid during the call. */
  constructor(private readonly output: (lines: Uint8Array) => void) {}

  add(found: Found): void {
    if (found instanceof Refusal) this.addBytes(found);
    else this.addText(`${toNdjson(found.toRejection())}\n`);
    if (this.filled >= BLOCK) this.flush();
  }

  private addText(line: string): void {
    this.reserve(line.length);
    this.filled += Buffer.from(line).copy(this.out, this.filled);
  }

  private addBytes(refusal: Refusal): void {
    const { envelope, spans } = refusal;
    this.source = refusal.bytes;
    this.reserve(envelope.end - envelope.start);
    this.copy(KEYS.line);
    this.filled = writeNumber(this.out, this.filled, refusal.line);
    this.copy(KEYS.time);
    this.filled = this.time.write(this.out, this.filled, refusal.timeMs, refusal.offsetMinutes);
    this.part(KEYS.host, envelope.hostStart, envelope.hostEnd);
    this.part(KEYS.daemon, envelope.hostEnd + 1, envelope.tagEnd);
    this.digits(KEYS.pid, envelope.pidStart, envelope.pidEnd);
    this.part(KEYS.queueId, spans.queueStart, spans.queueEnd);
    this.copy(KEYS.action);
    this.filled = writeAscii(this.out, this.filled, spans.action);
    this.copy(KEYS.stage);
    this.filled = writeAscii(this.out, this.filled, spans.stage);
    if (refusal.joinedName === null) this.name(spans.nameStart, spans.nameEnd);
    else this.quoted(KEYS.clientName, refusal.joinedName);
    if (refusal.addressPlain) this.part(KEYS.clientAddress, spans.addressStart, spans.addressEnd);
    else this.text(KEYS.clientAddress, refusal.addressText);
    this.digits(KEYS.clientPort, spans.portStart, spans.portEnd);
    this.digits(KEYS.code, spans.codeStart, spans.codeStart < 0 ? -1 : spans.codeStart + 3);
    this.part(KEYS.dsn, spans.dsnStart, spans.dsnEnd);
    this.part(KEYS.text, spans.textStart, spans.textEnd);
    if (refusal.listedBy === null) this.part(KEYS.dnsbl, spans.dnsblStart, spans.dnsblEnd);
    else this.quoted(KEYS.dnsbl, refusal.listedBy);
    this.part(KEYS.sender, spans.senderStart, spans.senderEnd);
    this.part(KEYS.recipient, spans.recipientStart, spans.recipientEnd);
    this.part(KEYS.proto, spans.protoStart, spans.protoEnd);
    this.part(KEYS.helo, spans.heloStart, spans.heloEnd);
    this.part(KEYS.saslUsername, spans.saslStart, spans.saslEnd);
    this.copy(KEYS.end);
  }

  flush(): void {
    if (this.filled > 0) this.output(this.out.subarray(0, this.filled));
    this.filled = 0;
  }

  /** Room for a record: a byte takes six at most (an escape; U+FFFD takes three), the block list stands in it twice; what is joined has less than 16 KiB. */
  private reserve(length: number): void {
    const most = this.filled + 12 * length + 16_384;
    if (most <= this.out.length) return;
    const larger = new Uint8Array(2 * most);
    larger.set(this.out.subarray(0, this.filled));
    this.out = larger;
  }

  private copy(key: Uint8Array): void {
    const { out, filled } = this;
    for (let i = 0; i < key.length; i++) out[filled + i] = key[i] ?? 0;
    this.filled = filled + key.length;
  }

  private part(key: Uint8Array, start: number, end: number): void {
    this.copy(key);
    if (start < 0) return this.copy(NULL);
    const { out, source } = this;
    let at = this.filled;
    out[at++] = 34;
    for (let i = start; i < end; i++) {
      const code = source[i] ?? 0;
      if (PLAIN[code] === 0) return this.escaped(start, end);
      out[at++] = code;
    }
    out[at++] = 34;
    this.filled = at;
  }

  private escaped(start: number, end: number): void {
    const text = Buffer.from(this.source.subarray(start, end)).toString('utf8');
    this.filled += Buffer.from(quote(text)).copy(this.out, this.filled);
  }

  private text(key: Uint8Array, text: string | null): void {
    this.copy(key);
    this.filled = writeAscii(this.out, this.filled, text === null ? 'null' : `"${text}"`);
  }

  private quoted(key: Uint8Array, text: string): void {
    this.copy(key);
    this.filled += Buffer.from(quote(text)).copy(this.out, this.filled);
  }

  private digits(key: Uint8Array, start: number, end: number): void {
    this.copy(key);
    if (end <= start) return this.copy(NULL);
    const { source } = this;
    if (source[start] === 48 || end - start > 15) {
      const value = Number(Buffer.from(source.subarray(start, end)).toString('latin1'));
      this.filled = writeAscii(this.out, this.filled, String(value));
      return;
    }
    let at = this.filled;
    for (let i = start; i < end; i++) this.out[at++] = source[i] ?? 0;
    this.filled = at;
  }

  /** `unknown` and no name at all are both null. */
  private name(start: number, end: number): void {
    if (end - start === UNKNOWN.length && isUnknown(this.source, start)) return this.part(KEYS.clientName, -1, -1);
    this.part(KEYS.clientName, end > start ? start : -1, end);
  }
}

/** One refusal as a line of NDJSON, without the line end: what {@link NdjsonWriter} writes, for one already read. */
export function toNdjson(r: Rejection): string {
  const time = new Uint8Array(32);
  const length = new TimeText().write(time, 0, r.timeMs, r.utcOffsetMinutes);
  const fields = {
    line: r.line,
    format: r.format,
    time: Buffer.from(time.subarray(0, length)).toString('latin1'),
    host: r.host,
    daemon: r.daemon,
    pid: r.pid,
    queueId: r.queueId,
    action: r.action,
    stage: r.stage,
    clientName: r.clientName,
    clientAddress: r.clientAddress,
    clientPort: r.clientPort,
    code: r.code,
    dsn: r.dsn,
    text: r.text,
    dnsbl: r.dnsbl,
    sender: r.sender,
    recipient: r.recipient,
    proto: r.proto,
    helo: r.helo,
    saslUsername: r.saslUsername,
  };
  const pairs = Object.entries(fields).map(([key, value]) => {
    return `"${key}":${typeof value === 'string' ? quote(value) : value}`;
  });
  return `{${pairs.join(',')}}`;
}

function quote(text: string): string {
  return `"${text.replace(UNSEEN, escapeUnseen)}"`;
}

function escapeUnseen(unseen: string): string {
  if (unseen === '"' || unseen === '\\') return `\\${unseen}`;
  const units = Array.from({ length: unseen.length }, (_, i) => unseen.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function isUnknown(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < UNKNOWN.length; i++) {
    if (bytes[start + i] !== UNKNOWN.charCodeAt(i)) return false;
  }
  return true;
}

function writeNumber(out: Uint8Array, start: number, value: number): number {
  let end = start + 1;
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end++;
  let rest = value;
  for (let at = end - 1; at >= start; at--) {
    const next = Math.floor(rest / 10);
    out[at] = 48 + rest - next * 10;
    rest = next;
  }
  return end;
}
