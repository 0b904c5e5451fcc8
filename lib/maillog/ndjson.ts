import type { Rejection } from '@/lib/model';
import { TimeText, writeAscii } from './time-text';

/** Controls of both kinds, and what is invisible or turns the direction of writing. */
const UNSEEN =
  /["\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;
/** Bytes gathered before they are handed out. */
const BLOCK = 131_072;
const encoder = new TextEncoder();
/** 1 for each ASCII character that stands for itself in a JSON string. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => (code < 32 || code === 34 || code === 92 ? 0 : 1));
const NULL = bytesOf('null');
const KEYS = {
  line: bytesOf('{"line":'),
  format: bytesOf(',"format":"'),
  time: bytesOf('","time":"'),
  host: bytesOf('","host":'),
  daemon: bytesOf(',"daemon":'),
  pid: bytesOf(',"pid":'),
  queueId: bytesOf(',"queueId":'),
  action: bytesOf(',"action":'),
  stage: bytesOf(',"stage":'),
  clientName: bytesOf(',"clientName":'),
  clientAddress: bytesOf(',"clientAddress":'),
  clientPort: bytesOf(',"clientPort":'),
  code: bytesOf(',"code":'),
  dsn: bytesOf(',"dsn":'),
  text: bytesOf(',"text":'),
  dnsbl: bytesOf(',"dnsbl":'),
  sender: bytesOf(',"sender":'),
  recipient: bytesOf(',"recipient":'),
  proto: bytesOf(',"proto":'),
  helo: bytesOf(',"helo":'),
  saslUsername: bytesOf(',"saslUsername":'),
};

/**
 * Writes refusals as NDJSON into a buffer of its own, byte by byte and without a string in between, for
 * a log's hundreds of thousands. Nothing in it can steer a terminal: controls and marks of direction are
 * written as `\u` escapes.
 */
export class NdjsonWriter {
  private bytes = new Uint8Array(BLOCK + 65_536);
  private filled = 0;
  private readonly time = new TimeText();

  /** @param output takes whole lines; what it is given is valid during the call. */
  constructor(private readonly output: (lines: Uint8Array) => void) {}

  add(r: Rejection): void {
    this.reserve(32);
    this.number(KEYS.line, r.line);
    this.copy(KEYS.format);
    this.plain(r.format);
    this.copy(KEYS.time);
    this.filled = this.time.write(this.bytes, this.filled, r.timeMs, r.utcOffsetMinutes);
    this.string(KEYS.host, r.host);
    this.string(KEYS.daemon, r.daemon);
    this.number(KEYS.pid, r.pid);
    this.string(KEYS.queueId, r.queueId);
    this.string(KEYS.action, r.action);
    this.string(KEYS.stage, r.stage);
    this.string(KEYS.clientName, r.clientName);
    this.string(KEYS.clientAddress, r.clientAddress);
    this.number(KEYS.clientPort, r.clientPort);
    this.number(KEYS.code, r.code);
    this.string(KEYS.dsn, r.dsn);
    this.string(KEYS.text, r.text);
    this.string(KEYS.dnsbl, r.dnsbl);
    this.string(KEYS.sender, r.sender);
    this.string(KEYS.recipient, r.recipient);
    this.string(KEYS.proto, r.proto);
    this.string(KEYS.helo, r.helo);
    this.string(KEYS.saslUsername, r.saslUsername);
    this.bytes[this.filled++] = 125;
    this.bytes[this.filled++] = 10;
    if (this.filled >= BLOCK) this.flush();
  }

  flush(): void {
    if (this.filled > 0) this.output(this.bytes.subarray(0, this.filled));
    this.filled = 0;
  }

  /** Makes room for a key of ours and a text: a character takes six bytes at most (an escape). */
  private reserve(length: number): void {
    const most = this.filled + 6 * length + 64;
    if (most <= this.bytes.length) return;
    const larger = new Uint8Array(2 * most);
    larger.set(this.bytes.subarray(0, this.filled));
    this.bytes = larger;
  }

  private copy(source: Uint8Array): void {
    const { bytes, filled } = this;
    for (let i = 0; i < source.length; i++) bytes[filled + i] = source[i] ?? 0;
    this.filled = filled + source.length;
  }

  private plain(text: string): void {
    this.filled = writeAscii(this.bytes, this.filled, text);
  }

  private number(key: Uint8Array, value: number | null): void {
    this.copy(key);
    if (value === null) this.copy(NULL);
    else this.plain(String(value));
  }

  private string(key: Uint8Array, text: string | null): void {
    if (text === null) {
      this.reserve(0);
      this.copy(key);
      return this.copy(NULL);
    }
    this.reserve(text.length);
    this.copy(key);
    const { bytes } = this;
    let at = this.filled;
    bytes[at++] = 34;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 126 || PLAIN[code] === 0) {
        this.filled = at;
        return this.escaped(text.slice(i));
      }
      bytes[at++] = code;
    }
    bytes[at++] = 34;
    this.filled = at;
  }

  private escaped(text: string): void {
    const { written } = encoder.encodeInto(text.replace(UNSEEN, escape), this.bytes.subarray(this.filled));
    this.filled += written;
    this.bytes[this.filled++] = 34;
  }
}

/** One refusal as a line of NDJSON, without the line end; see {@link NdjsonWriter}. */
export function toNdjson(rejection: Rejection): string {
  let line = '';
  const writer = new NdjsonWriter((bytes) => {
    line = new TextDecoder().decode(bytes.subarray(0, -1));
  });
  writer.add(rejection);
  writer.flush();
  return line;
}

function escape(unseen: string): string {
  if (unseen === '"' || unseen === '\\') return `\\${unseen}`;
  const units = Array.from({ length: unseen.length }, (_, i) => unseen.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
