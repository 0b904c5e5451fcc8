import type { Rejection, Unparsed, UnparsedReason } from '@/lib/model';
import { buildRejection } from './build-rejection';
import type { Clock } from './clock';
import { Envelope } from './envelope';
import { isRefuser, locateRefusal, readHead } from './formats/postfix';
import { Spans } from './formats/spans';

/** Takes what was found. `raw` holds the record's bytes and is valid during the call only. */
export interface Sink {
  rejection(rejection: Rejection, raw: Uint8Array): void;
  unparsed(unparsed: Unparsed, raw: Uint8Array): void;
}

/** What a first look at a line tells: nothing for us, a refusal to read, or one in a shape we do not know. */
export type Look = 'other' | 'refusal' | Extract<UnparsedReason, 'no-stamp' | 'not-a-refusal'>;

const REFUSAL_MARK = /: (?:milter-)?reject(?:_warning)?: /;

/** Looks at records one by one, counts what it finds, and hands it on. */
export class Scanner {
  rejections = 0;
  unparsed = 0;
  firstAt: number | null = null;
  lastAt: number | null = null;
  private readonly envelope = new Envelope();
  private readonly spans = new Spans();
  private stampStart = -1;
  private stampHost = 0;
  private stampBsd = false;

  constructor(
    private readonly clock: Clock,
    private readonly sink: Sink,
  ) {}

  /** Looks at the record from `start` to `end`, and notes its stamp. Makes no strings. */
  look(text: string, start: number, end: number): Look {
    const envelope = this.envelope;
    const stamped = envelope.readStamp(text, start, end);
    if (!stamped || (envelope.bsd && !this.clock.enterDay(text, start, envelope.hostStart))) {
      return marked(text, start, end) ? 'no-stamp' : 'other';
    }
    this.stampStart = start;
    this.stampHost = envelope.hostStart;
    this.stampBsd = envelope.bsd;
    if (this.firstAt === null) this.firstAt = this.readStampTime(text);
    if (!envelope.readTag(text, end)) return marked(text, start, end) ? 'no-stamp' : 'other';
    if (!isRefuser(text, envelope)) return 'other';
    if (readHead(text, envelope.message, end, this.spans) >= 0) return 'refusal';
    const repeated = text.startsWith('message repeated ', envelope.message) && marked(text, envelope.message, end);
    return repeated ? 'not-a-refusal' : 'other';
  }

  /** To be called before a text that records were looked at in is let go. */
  endText(text: string): void {
    if (this.stampStart < 0) return;
    this.lastAt = this.readStampTime(text) ?? this.lastAt;
    this.stampStart = -1;
  }

  /**
   * Reads a record that looked like a refusal, and hands it on.
   * @param record the record alone, one character a byte: a part of a larger text would keep all of
   * that in memory.
   * @param raw its bytes as they came.
   */
  read(record: string, line: number, offset: number, raw: Uint8Array): void {
    const { envelope, spans } = this;
    envelope.readStamp(record, 0, record.length);
    envelope.readTag(record, record.length);
    const head = readHead(record, envelope.message, record.length, spans);
    const amiss = locateRefusal(record, envelope, head, record.length, spans);
    const place = { line, offset, length: raw.length };
    const result = amiss ?? buildRejection(record, envelope, spans, this.clock, place);
    if (typeof result === 'string') return this.report(result, line, offset, raw.length, raw);
    this.rejections++;
    this.sink.rejection(result, raw);
  }

  /** Counts and hands on a record that is not understood; `length` is that of the whole record. */
  report(reason: UnparsedReason, line: number, offset: number, length: number, raw: Uint8Array): void {
    this.unparsed++;
    this.sink.unparsed({ line, offset, length, reason }, raw);
  }

  private readStampTime(text: string): number | null {
    const { clock, stampStart, stampHost } = this;
    const read = this.stampBsd
      ? clock.readBsdTime(text, stampHost)
      : clock.readIsoTime(text, stampStart, stampHost - 1);
    return read ? clock.timeMs : null;
  }
}

function marked(text: string, start: number, end: number): boolean {
  return REFUSAL_MARK.test(text.slice(start, end));
}
