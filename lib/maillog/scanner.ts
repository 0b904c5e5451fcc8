import type { LogFormat, Sighting, Unparsed, UnparsedReason } from '@/lib/model';
import { ascii, latin1, standsAt } from './bytes';
import type { Clock } from './clock';
import { isRefuser, locateRefusal, readHead } from './formats/postfix';
import type { Found } from './found';
import { Refusal } from './refusal';
import { type Place, TextReaders } from './text-readers';

/** Takes what was found while it is still bytes. All it is given is valid during the call only. */
export interface RefusalSink {
  refusal(found: Found): void;
  unparsed(unparsed: Unparsed, raw: Uint8Array): void;
  /** Left out where nobody counts them. `offset` is that of the record that tells it. */
  sighting?(sighting: Sighting, offset: number): void;
}

const REFUSAL_MARK = /: (?:milter-)?reject(?:_warning)?: /;
const REPEATED = ascii('message repeated ');

/** Looks at records one by one, counts what it finds, and hands it on. */
export class Scanner {
  readonly rejections = new Map<LogFormat, number>();
  unparsed = 0;
  /** When the first and the last stamped record were written, UTC milliseconds. */
  firstAt: number | null = null;
  lastAt: number | null = null;
  private readonly refusal = new Refusal();
  /** Where the last stamp stands in the bytes at hand, or -1. */
  private stampStart = -1;
  private stampHost = 0;
  private stampBsd = false;

  /** Where the record at hand stands, for the formats that are read as text. */
  private readonly place: Place = { line: 0, offset: 0, raw: () => this.refusal.raw() };
  private readonly texts: TextReaders;

  /** @param only the one format to be read, null for all. */
  constructor(
    private readonly clock: Clock,
    private readonly sink: RefusalSink,
    private readonly only: LogFormat | null,
  ) {
    this.texts = new TextReaders(
      clock,
      {
        found: (found) => this.give(found),
        unparsed: (reason) => {
          const raw = this.refusal.raw();
          this.report(reason, this.place.line, this.place.offset, raw.length, raw);
        },
        sighting: (sighting) => this.sink.sighting?.(sighting, this.place.offset),
      },
      only,
    );
  }

  /** Takes the record from `start` to `end`. A byte that stands in no record follows, or the bytes end there. */
  take(bytes: Uint8Array, start: number, end: number, line: number, offset: number): void {
    const head = this.look(bytes, start, end);
    if (head === OTHER) return;
    this.refusal.place(line, offset, bytes, start, end);
    this.finish(bytes, head, start, end);
  }

  /** Takes a record that was repaired; `raw` holds it as it came. */
  takeRepaired(record: Uint8Array, line: number, offset: number, raw: Uint8Array): void {
    const head = this.look(record, 0, record.length);
    this.endBytes(record);
    if (head === OTHER) return;
    this.refusal.place(line, offset, raw, 0, raw.length);
    this.finish(record, head, 0, record.length);
  }

  /** To be called before the bytes that records were taken from are given up. */
  endBytes(bytes: Uint8Array): void {
    if (this.stampStart >= 0 && this.readStampTime(bytes)) this.lastAt = this.clock.timeMs;
    this.stampStart = -1;
  }

  /** Counts and hands on a record that is not understood; `length` is that of the whole record. */
  report(reason: UnparsedReason, line: number, offset: number, length: number, raw: Uint8Array): void {
    this.unparsed++;
    this.sink.unparsed({ line, offset, length, reason }, raw);
  }

  /**
   * Notes a record's stamp, and tells what it looks like.
   * @returns the index behind the action of a refusal, or one of the marks below.
   */
  private look(bytes: Uint8Array, start: number, end: number): number {
    const { envelope, spans } = this.refusal;
    const stamped = envelope.readStamp(bytes, start, end);
    if (!stamped || (envelope.bsd && !this.clock.enterDay(bytes, start, envelope.hostStart))) return FILE;
    this.stampStart = start;
    this.stampHost = envelope.hostStart;
    this.stampBsd = envelope.bsd;
    if (this.firstAt === null && this.readStampTime(bytes)) this.firstAt = this.clock.timeMs;
    if (!envelope.readTag(bytes)) return isMarked(bytes, start, end) ? NO_STAMP : OTHER;
    if (envelope.daemonStart === envelope.hostEnd + 1) return PROGRAM;
    if (!isRefuser(bytes, envelope) || (this.only ?? 'postfix') !== 'postfix') return OTHER;
    const head = readHead(bytes, envelope.message, end, spans);
    if (head >= 0) return head;
    const repeated = standsAt(bytes, envelope.message, REPEATED) && isMarked(bytes, envelope.message, end);
    return repeated ? NOT_A_REFUSAL : OTHER;
  }

  private finish(bytes: Uint8Array, head: number, start: number, end: number): void {
    const { refusal } = this;
    if (head === PROGRAM || head === FILE) return this.readText(bytes, head, start, end);
    const reason = head < 0 ? MARKS[head] : this.read(bytes, head, end);
    if (reason) {
      const raw = refusal.raw();
      return this.report(reason, refusal.line, refusal.offset, raw.length, raw);
    }
    this.give(refusal);
  }

  private give(found: Found): void {
    this.rejections.set(found.format, (this.rejections.get(found.format) ?? 0) + 1);
    this.sink.refusal(found);
  }

  /** Reads a record of a server other than Postfix, or one without a stamp. */
  private readText(bytes: Uint8Array, head: number, start: number, end: number): void {
    const { envelope, line, offset } = this.refusal;
    this.place.line = line;
    this.place.offset = offset;
    if (head === PROGRAM) {
      this.texts.takeSyslog(bytes, envelope, this.place);
      return;
    }
    if (this.texts.takeFile(bytes, start, end, this.place)) {
      this.firstAt ??= this.clock.timeMs;
      this.lastAt = this.clock.timeMs;
      // A later syslog stamp sets it anew.
      this.stampStart = -1;
    } else if (isMarked(bytes, start, end)) {
      const raw = this.refusal.raw();
      this.report('no-stamp', line, offset, raw.length, raw);
    }
  }

  /** Locates the parts of the record that was looked at last. @returns what is amiss. */
  private read(bytes: Uint8Array, head: number, end: number): UnparsedReason | null {
    const { clock, refusal } = this;
    const { envelope, spans } = refusal;
    refusal.bytes = bytes;
    const amiss = locateRefusal(bytes, envelope, head, end, spans);
    if (amiss) return amiss;
    if (!clock.readTime(bytes, envelope.start, envelope.hostStart, envelope.bsd)) return 'no-stamp';
    refusal.timeMs = clock.timeMs;
    refusal.offsetMinutes = clock.offsetMinutes;
    return refusal.readAddress() ? null : 'no-client';
  }

  private readStampTime(bytes: Uint8Array): boolean {
    return this.clock.readTime(bytes, this.stampStart, this.stampHost, this.stampBsd);
  }
}

const OTHER = -1;
const NO_STAMP = -2;
const NOT_A_REFUSAL = -3;
/** A line of syslog whose program is not one of Postfix'. */
const PROGRAM = -4;
/** A line that does not begin as syslog does. */
const FILE = -5;
const MARKS: Readonly<Record<number, UnparsedReason>> = { [NO_STAMP]: 'no-stamp', [NOT_A_REFUSAL]: 'not-a-refusal' };

function isMarked(bytes: Uint8Array, start: number, end: number): boolean {
  return REFUSAL_MARK.test(latin1(bytes, start, end));
}
