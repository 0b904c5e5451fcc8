import type { Action, Assumed, Rejection } from '@/lib/model';
import { decodeUtf8, isAscii, latin1 } from './bytes';
import { isCanonical, readClientAddress } from './client-address';
import { Envelope } from './envelope';
import { Spans } from './formats/spans';
import type { Found } from './found';

const NOTHING = new Uint8Array(0);

/**
 * A refusal whose parts are located in the bytes of its record. There is one for a whole log, and it is
 * good until the next record is looked at: who keeps anything takes a {@link Rejection}.
 */
export class Refusal implements Found {
  readonly format = 'postfix';
  readonly envelope = new Envelope();
  readonly spans = new Spans();
  /** What the indexes count in: the log's own bytes, or those of a repaired record. */
  bytes: Uint8Array = NOTHING;
  line = 0;
  offset = 0;
  timeMs = 0;
  offsetMinutes = 0;
  assumed: Assumed = 'nothing';
  /** True where the address's bytes are its canonical text; else that is in `address`. */
  addressPlain = false;
  /** Null where `addressPlain`, for `unknown`, and where the log names none. */
  addressText: string | null = null;
  /** What other lines say of it: its client's name, and the block list that had named the client. */
  joinedName: string | null = null;
  listedBy: string | null = null;
  private source: Uint8Array = NOTHING;
  private sourceStart = 0;
  private sourceEnd = 0;

  /** Notes where the record's bytes stand as they came. */
  place(line: number, offset: number, source: Uint8Array, start: number, end: number): void {
    this.line = line;
    this.offset = offset;
    this.source = source;
    this.sourceStart = start;
    this.sourceEnd = end;
  }

  /** The record's bytes as they came. */
  raw(): Uint8Array {
    return this.source.subarray(this.sourceStart, this.sourceEnd);
  }

  /** Reads the client's address. @returns false where it is neither one nor `unknown`. */
  readAddress(): boolean {
    const { addressStart, addressEnd } = this.spans;
    this.addressText = this.joinedName = this.listedBy = null;
    this.addressPlain = addressStart >= 0 && isCanonical(this.bytes, addressStart, addressEnd);
    if (this.addressPlain || addressStart < 0) return true;
    this.addressText = readClientAddress(this.bytes, addressStart, addressEnd);
    return this.addressText !== null || latin1(this.bytes, addressStart, addressEnd) === 'unknown';
  }

  /** Takes the client from another line, where its own names none. @param address its canonical text. */
  joinClient(name: string | null, address: string): void {
    this.joinedName = name;
    this.addressText = address;
  }

  get action(): Action {
    return this.spans.action;
  }

  get stage(): string {
    return this.spans.stage;
  }

  get code(): number | null {
    const { codeStart } = this.spans;
    return codeStart < 0 ? null : Number(latin1(this.bytes, codeStart, codeStart + 3));
  }

  get dsn(): string | null {
    return this.part(this.spans.dsnStart, this.spans.dsnEnd);
  }

  get dnsbl(): string | null {
    return this.part(this.spans.dnsblStart, this.spans.dnsblEnd) ?? this.listedBy;
  }

  get address(): string | null {
    return this.addressPlain ? this.part(this.spans.addressStart, this.spans.addressEnd) : this.addressText;
  }

  get sender(): string | null {
    return this.part(this.spans.senderStart, this.spans.senderEnd);
  }

  get recipient(): string | null {
    return this.part(this.spans.recipientStart, this.spans.recipientEnd);
  }

  private part(start: number, end: number): string | null {
    if (start < 0) return null;
    const text = latin1(this.bytes, start, end);
    return decodeUtf8(text);
  }

  toRejection(): Rejection {
    const { bytes, envelope, spans } = this;
    const start = envelope.start;
    // One string for the record, of which the others are parts: cheap to make, and it keeps no more in memory.
    const record = latin1(bytes, start, envelope.end);
    const read = isAscii(record) ? asIs : decodeUtf8;
    const part = (from: number, to: number): string | null =>
      from < 0 ? null : read(record.slice(from - start, to - start));
    const text = (from: number, to: number): string => part(from, to) ?? '';
    const number = (from: number, to: number): number | null => (to > from ? Number(text(from, to)) : null);
    const name = spans.nameEnd > spans.nameStart ? part(spans.nameStart, spans.nameEnd) : null;
    return {
      line: this.line,
      offset: this.offset,
      length: this.sourceEnd - this.sourceStart,
      format: this.format,
      timeMs: this.timeMs,
      utcOffsetMinutes: this.offsetMinutes,
      assumed: this.assumed,
      host: text(envelope.hostStart, envelope.hostEnd),
      daemon: text(envelope.hostEnd + 1, envelope.tagEnd),
      pid: number(envelope.pidStart, envelope.pidEnd),
      queueId: part(spans.queueStart, spans.queueEnd),
      action: spans.action,
      stage: spans.stage,
      clientName: name === 'unknown' ? null : (name ?? this.joinedName),
      clientAddress: this.addressPlain ? part(spans.addressStart, spans.addressEnd) : this.addressText,
      clientPort: number(spans.portStart, spans.portEnd),
      code: spans.codeStart < 0 ? null : Number(text(spans.codeStart, spans.codeStart + 3)),
      dsn: part(spans.dsnStart, spans.dsnEnd),
      text: text(spans.textStart, spans.textEnd),
      dnsbl: part(spans.dnsblStart, spans.dnsblEnd) ?? this.listedBy,
      sender: part(spans.senderStart, spans.senderEnd),
      recipient: part(spans.recipientStart, spans.recipientEnd),
      proto: part(spans.protoStart, spans.protoEnd),
      helo: part(spans.heloStart, spans.heloEnd),
      saslUsername: part(spans.saslStart, spans.saslEnd),
    };
  }
}

const asIs = (text: string): string => text;
