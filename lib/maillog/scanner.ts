import type { LogFormat, Sighting, Unparsed, UnparsedReason } from '@/lib/model';
import { ascii, latin1, standsAt } from './bytes';
import type { Clock } from './clock';
import { openLine } from './envelopes';
import { locateRefusal, readHead } from './formats/postfix';
import { PostfixContext } from './formats/postfix-context';
import { LAST_REFUSER, NO_DAEMON, readDaemon } from './formats/postfix-daemons';
import type { Found } from './found';
import { LastRecords } from './last-record';
import { AGAIN, CONTEXT, COUNTED, FILE, isMarked, markOf, NO_TAG, OTHER, PROGRAM } from './line-heads';
import { Refusal } from './refusal';
import { TextReaders } from './text-readers';

/** Takes what was found while it is still bytes. All it is given is valid during the call only. */
export interface RefusalSink {
  refusal(found: Found): void;
  unparsed(unparsed: Unparsed, raw: Uint8Array): void;
  /** Left out where nobody counts them. `offset` is that of the record that tells it. */
  sighting?(sighting: Sighting, offset: number): void;
}

const REPEATED = ascii('message repeated ');
const LAST_REPEATED = ascii('last message repeated ');
const LAST_COUNT = /^last message repeated (\d+) times?$/;
/** FreeBSD's daemon says it under its own name, rsyslog under that of the program that is repeated. */
const SYSLOGD = ascii('syslogd: ');
const COLON = 58;
/** The most records that one line stands for: each is stored. Past it the line is reported. */
const MOST_REPEATED = 10_000;
/** How many records, on average, a line may stand for. */
const REPEATED_A_LINE = 100;

/** Looks at records one by one, counts what it finds, and hands it on. */
export class Scanner {
  readonly rejections = new Map<LogFormat, number>();
  unparsed = 0;
  /** When the first and the last stamped record were written, UTC milliseconds. */
  firstAt: number | null = null;
  lastAt: number | null = null;
  private readonly refusal = new Refusal();
  private readonly last = new LastRecords();
  /** What was looked at last: the bytes at hand, or what was in their envelope. */
  private looked: Uint8Array = REPEATED;
  /** True where it names a host. */
  private hosted = false;
  /** How much of it was counted, not written. */
  private repeated = 0;
  /** How much was handed on, sightings included. */
  private given = 0;
  /** Where the last stamp stands in the bytes at hand, or -1. */
  private stampStart = -1;
  private stampHost = 0;
  private stampBsd = false;

  /** Which of Postfix' wrote the record at hand. */
  private daemon = NO_DAEMON;
  private readonly texts: TextReaders;
  private readonly context: PostfixContext;

  /** @param only the one format to be read, null for all. */
  constructor(
    private readonly clock: Clock,
    private readonly sink: RefusalSink,
    private readonly only: LogFormat | null,
  ) {
    const giveSighting = (sighting: Sighting): void => {
      this.given++;
      sink.sighting?.(sighting, this.refusal.offset);
    };
    this.context = new PostfixContext(clock, sink.sighting === undefined ? null : giveSighting);
    this.texts = new TextReaders(
      clock,
      {
        found: (found) => this.give(found),
        unparsed: (reason) => this.reportWhole(reason),
        sighting: giveSighting,
      },
      only,
    );
  }

  /** Takes the record from `start` to `end`. A byte that stands in no record follows, or the bytes end there. */
  take(bytes: Uint8Array, start: number, end: number, line: number, offset: number): void {
    const head = this.look(bytes, start, end);
    const before = this.given;
    if (head !== OTHER) {
      this.refusal.place(line, offset, bytes, start, end);
      this.finish(bytes, head, start, end);
    }
    this.enter(line, this.given > before, bytes, start, end, bytes, start, end);
  }

  /** Takes a record that was repaired; `raw` holds it as it came. */
  takeRepaired(record: Uint8Array, line: number, offset: number, raw: Uint8Array): void {
    const head = this.look(record, 0, record.length);
    const before = this.given;
    if (head !== OTHER) {
      this.refusal.place(line, offset, raw, 0, raw.length);
      this.finish(record, head, 0, record.length);
    }
    // `raw` may be given up with the record.
    const kept = this.given > before ? new Uint8Array(raw) : raw;
    this.enter(line, this.given > before, record, 0, record.length, kept, 0, kept.length);
    this.endBytes(record);
  }

  /** Takes note of the line that was read, for one that says it was repeated. */
  private enter(
    line: number,
    gave: boolean,
    record: Uint8Array,
    start: number,
    end: number,
    raw: Uint8Array,
    rawStart: number,
    rawEnd: number,
  ): void {
    if (!this.hosted) return this.last.enterUnknown(line);
    const known = this.last.enter(line, gave, this.looked, this.refusal.envelope);
    if (known === null || !gave) return;
    known.record = record;
    known.start = start;
    known.end = end;
    known.raw = raw;
    known.rawStart = rawStart;
    known.rawEnd = rawEnd;
  }

  /** To be called before the bytes that records were taken from are given up. */
  endBytes(bytes: Uint8Array): void {
    this.endStamp(bytes);
    this.context.endBytes();
    this.last.endBytes(bytes);
  }

  /** Counts and hands on a record that is not understood; `length` is that of the whole record. */
  report(reason: UnparsedReason, line: number, offset: number, length: number, raw: Uint8Array): void {
    this.unparsed++;
    this.sink.unparsed({ line, offset, length, reason }, raw);
  }

  /** As {@link report}, for the record at hand. */
  private reportWhole(reason: UnparsedReason): void {
    const { refusal } = this;
    const raw = refusal.raw();
    this.report(reason, refusal.line, refusal.offset, raw.length, raw);
  }

  /**
   * Notes a record's stamp, and tells what it looks like.
   * @returns the index behind the action of a refusal, or one of the marks below.
   */
  private look(bytes: Uint8Array, start: number, end: number): number {
    const { envelope, spans } = this.refusal;
    this.looked = bytes;
    const stamped = envelope.readStamp(bytes, start, end);
    this.hosted = stamped && (!envelope.bsd || this.clock.enterDay(bytes, start, envelope.hostStart));
    if (!this.hosted) return FILE;
    this.stampStart = start;
    this.stampHost = envelope.hostStart;
    this.stampBsd = envelope.bsd;
    if (this.firstAt === null && this.readStampTime(bytes)) this.firstAt = this.clock.timeMs;
    if (!envelope.readTag(bytes)) return NO_TAG;
    if (standsAt(bytes, envelope.message, REPEATED)) return COUNTED;
    if (standsAt(bytes, envelope.message, LAST_REPEATED)) return AGAIN;
    this.daemon = readDaemon(bytes, envelope);
    if (this.daemon === NO_DAEMON && envelope.daemonStart === envelope.hostEnd + 1) return PROGRAM;
    if (this.only !== null && this.only !== 'postfix') return OTHER;
    if (this.daemon === NO_DAEMON) return OTHER;
    const head = this.daemon > LAST_REFUSER ? -1 : readHead(bytes, envelope.message, end, spans);
    if (head >= 0) return head;
    return this.context.look(this.daemon, bytes, envelope) ? CONTEXT : OTHER;
  }

  /** Reads what was looked at, out of the envelopes that the look did not see through. */
  private finish(bytes: Uint8Array, head: number, start: number, end: number, once = false): void {
    const { refusal } = this;
    const wrapped =
      head === NO_TAG ||
      head === FILE ||
      head === COUNTED ||
      (head === PROGRAM && bytes[refusal.envelope.hostEnd - 1] === COLON);
    const opened = wrapped ? openLine(latin1(bytes, start, end)) : null;
    if (!opened) return this.finishPlain(bytes, head, start, end);
    const record = Buffer.from(opened.line, 'latin1');
    const inner = this.look(record, 0, record.length);
    this.endStamp(record);
    const times = once ? 1 : opened.times;
    if (!this.repeat(times, () => this.finishPlain(record, inner, 0, record.length))) this.reportWhole('repeat-limit');
  }

  private finishPlain(bytes: Uint8Array, head: number, start: number, end: number): void {
    const { refusal } = this;
    if (head === OTHER) return;
    if (head === CONTEXT) return this.context.note(this.daemon, bytes, refusal.envelope);
    if ((head === NO_TAG || head === AGAIN) && this.repeatLast(bytes, start, end)) return;
    // Some servers begin the lines of their own files with a stamp of syslog's.
    if (head === PROGRAM || head === FILE || head === NO_TAG) return this.readText(bytes, head, start, end);
    const reason = head < 0 ? markOf(head, bytes, start, end) : this.read(bytes, head, end);
    if (reason) return this.reportWhole(reason);
    if (head >= 0) this.give(refusal);
  }

  /**
   * Does what is counted so often, if it hands anything on. A log of nothing but large counts is damage: with it, a
   * small file would fill all memory.
   * @returns false where that is not all of it.
   */
  private repeat(times: number, act: () => void): boolean {
    const left = MOST_REPEATED + REPEATED_A_LINE * this.refusal.line - this.repeated;
    const allowed = Math.max(1, Math.min(times, MOST_REPEATED, left));
    // One of two lines that are equal may be the copy of the other (Exim's), which comes to nothing.
    let idle = 0;
    for (let i = 0; i < allowed && idle < 2; i++) {
      const before = this.given;
      act();
      idle = this.given === before ? idle + 1 : 0;
      if (i > 0 && idle === 0) this.repeated++;
    }
    return times <= allowed || idle === 2;
  }

  /** Hands on what the line of that host before came to, as often as `last message repeated 3 times` says. */
  private repeatLast(bytes: Uint8Array, start: number, end: number): boolean {
    const { refusal, last } = this;
    const { envelope, line, offset } = refusal;
    const from = envelope.tagged ? envelope.message : envelope.hostEnd + 1;
    const match = standsAt(bytes, from, LAST_REPEATED) ? LAST_COUNT.exec(latin1(bytes, from, end)) : null;
    if (!match) return false;
    const tagged = envelope.tagged && !standsAt(bytes, envelope.hostEnd + 1, SYSLOGD);
    const known = last.recall(line, bytes, envelope, tagged);
    if (known === null) {
      this.reportWhole('repeat-unknown');
      return true;
    }
    if (!known.gave) return true;
    const raw = refusal.raw();
    const { record, start: first, end: to } = known;
    // Its events stand where they are counted, behind all that came before: a reader that goes on there misses none.
    refusal.place(known.line, offset, known.raw, known.rawStart, known.rawEnd);
    const all = this.repeat(Number(match[1]), () => this.finish(record, this.look(record, first, to), first, to, true));
    refusal.place(line, offset, raw, 0, raw.length);
    if (!all) this.reportWhole('repeat-limit');
    // The time that was read last is that of this line.
    this.look(bytes, start, end);
    return true;
  }

  private give(found: Found): void {
    this.given++;
    this.rejections.set(found.format, (this.rejections.get(found.format) ?? 0) + 1);
    this.sink.refusal(found);
  }

  /** Reads a record of a server other than Postfix, or one without a stamp. */
  private readText(bytes: Uint8Array, head: number, start: number, end: number): void {
    const { refusal } = this;
    if (head === PROGRAM) {
      this.texts.takeSyslog(bytes, refusal.envelope, refusal);
      return;
    }
    if (this.texts.takeFile(bytes, start, end, refusal)) {
      this.firstAt ??= this.clock.timeMs;
      this.lastAt = this.clock.timeMs;
      // A later syslog stamp sets it anew.
      this.stampStart = -1;
    } else if (isMarked(bytes, start, end)) this.reportWhole('no-stamp');
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
    refusal.assumed = clock.assumed;
    if (!refusal.readAddress()) return 'no-client';
    this.context.complete(refusal);
    return null;
  }

  private endStamp(bytes: Uint8Array): void {
    if (this.stampStart >= 0 && this.readStampTime(bytes)) this.lastAt = this.clock.timeMs;
    this.stampStart = -1;
  }

  private readStampTime(bytes: Uint8Array): boolean {
    return this.clock.readTime(bytes, this.stampStart, this.stampHost, this.stampBsd);
  }
}
