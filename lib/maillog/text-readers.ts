import type { LogFormat, Rejection, Sighting, UnparsedReason } from '@/lib/model';
import { decodeUtf8, latin1 } from './bytes';
import type { Clock } from './clock';
import type { Envelope } from './envelope';
import { FILE_FORMATS, SYSLOG_FORMATS } from './formats';
import type { FileFormat, FileReader, RefusalFields, TextFinding, TextReader, TextRecord } from './formats/text-format';
import type { Found } from './found';

/** Takes what a line came to. `found` is good until the next line. */
export interface TextSink {
  found(found: Found): void;
  unparsed(reason: UnparsedReason): void;
  sighting(sighting: Sighting): void;
}

interface OpenFile {
  format: FileFormat;
  reader: FileReader;
}

interface OpenProgram {
  format: LogFormat;
  reader: TextReader;
}

/** All formats that are read as text, for one log. */
export class TextReaders {
  private readonly programs = new Map<string, OpenProgram[]>();
  private readonly files: OpenFile[];

  /** @param only the one format to be read, null for all. */
  constructor(
    private readonly clock: Clock,
    private readonly sink: TextSink,
    only: LogFormat | null,
  ) {
    const wanted = ({ format }: { format: LogFormat }): boolean => only === null || format === only;
    for (const format of SYSLOG_FORMATS.filter(wanted)) {
      const reader = format.open();
      const open = { format: format.format, reader };
      for (const program of format.programs) {
        const others = this.programs.get(program);
        if (others) others.push(open);
        else this.programs.set(program, [open]);
      }
    }
    this.files = FILE_FORMATS.filter(wanted).map((format) => ({ format, reader: format.open() }));
  }

  /** Reads a line of syslog. @returns false where its program is none of ours. */
  takeSyslog(bytes: Uint8Array, envelope: Envelope, place: Place): boolean {
    const daemon = latin1(bytes, envelope.hostEnd + 1, envelope.tagEnd);
    const known = this.programs.get(daemon);
    if (!known) return false;
    const { start, hostStart, bsd } = envelope;
    if (!this.clock.readTime(bytes, start, hostStart, bsd)) return false;
    const record = {
      message: decodeUtf8(latin1(bytes, envelope.message, envelope.end)),
      timeMs: this.clock.timeMs,
      host: decodeUtf8(latin1(bytes, hostStart, envelope.hostEnd)),
      daemon,
      pid: envelope.pidEnd > envelope.pidStart ? Number(latin1(bytes, envelope.pidStart, envelope.pidEnd)) : null,
    };
    for (const { format, reader } of known) {
      const findings = reader.read(record);
      if (findings.length === 0) continue;
      this.give(format, findings, record, this.clock.assumed, place);
      break;
    }
    return true;
  }

  /** Reads a line of a server's own file. @returns whether it is one. */
  takeFile(bytes: Uint8Array, start: number, end: number, place: Place): boolean {
    if (this.files.length === 0) return false;
    const line = latin1(bytes, start, end);
    for (const [i, file] of this.files.entries()) {
      const stamp = file.reader.look(line);
      if (stamp === null) continue;
      // The next line is most likely of the same kind.
      if (i > 0) this.files.unshift(...this.files.splice(i, 1));
      if (stamp === 'header') {
        file.reader.readHeader?.(decodeUtf8(line));
        return false;
      }
      this.clock.readWall(stamp.wallMs, stamp.offsetMinutes);
      const { daemon, format } = file.format;
      const message = decodeUtf8(line.slice(stamp.messageStart));
      const record = { message, timeMs: this.clock.timeMs, host: null, daemon, pid: stamp.pid ?? null };
      const assumed = stamp.offsetMinutes === null ? 'zone' : 'nothing';
      this.give(format, file.reader.read(record), record, assumed, place);
      return true;
    }
    return false;
  }

  private give(
    format: LogFormat,
    findings: readonly TextFinding[],
    record: TextRecord,
    assumed: Rejection['assumed'],
    place: Place,
  ): void {
    const { timeMs, host } = record;
    for (const finding of findings) {
      if ('unparsed' in finding) this.sink.unparsed(finding.unparsed);
      else if ('sighting' in finding) this.sink.sighting({ ...finding.sighting, timeMs, host });
      else this.sink.found(new FoundText(format, finding.refusal, record, assumed, this.clock.offsetMinutes, place));
    }
  }
}

/** Where a record stands in the input. */
export interface Place {
  line: number;
  offset: number;
  raw(): Uint8Array;
}

/** A refusal that was read as text. */
class FoundText implements Found {
  readonly line: number;
  readonly offset: number;
  readonly timeMs: number;
  readonly action: Rejection['action'];
  readonly stage: string;
  readonly code: number | null;
  readonly dsn: string | null;
  readonly dnsbl: string | null;
  readonly address: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;

  constructor(
    readonly format: LogFormat,
    private readonly fields: RefusalFields,
    private readonly record: TextRecord,
    readonly assumed: Rejection['assumed'],
    readonly offsetMinutes: number,
    private readonly place: Place,
  ) {
    this.line = place.line;
    this.offset = place.offset;
    this.timeMs = record.timeMs;
    this.action = fields.action;
    this.stage = fields.stage;
    this.code = fields.code ?? null;
    this.dsn = fields.dsn ?? null;
    this.dnsbl = fields.dnsbl ?? null;
    this.address = fields.clientAddress ?? null;
    this.sender = fields.sender ?? null;
    this.recipient = fields.recipient ?? null;
  }

  raw(): Uint8Array {
    return this.place.raw();
  }

  toRejection(): Rejection {
    const { host, daemon, pid } = this.record;
    return {
      ...ABSENT,
      host,
      daemon,
      pid,
      ...this.fields,
      line: this.line,
      offset: this.offset,
      length: this.raw().length,
      format: this.format,
      timeMs: this.timeMs,
      utcOffsetMinutes: this.offsetMinutes,
      assumed: this.assumed,
    };
  }
}

const ABSENT = {
  queueId: null,
  clientName: null,
  clientAddress: null,
  clientPort: null,
  code: null,
  dsn: null,
  dnsbl: null,
  sender: null,
  recipient: null,
  proto: null,
  helo: null,
  saslUsername: null,
};
