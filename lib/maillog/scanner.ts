import type { Rejection, Unparsed, UnparsedReason } from '@/lib/model';
import { buildRejection } from './build-rejection';
import type { Clock } from './clock';
import { isAscii } from './decode';
import { Envelope } from './envelope';
import { isRefuser, locateRefusal, readHead } from './formats/postfix';
import { Spans } from './formats/spans';

/** Takes what was found. `raw` holds the record's bytes and is valid during the call only. */
export interface Sink {
  rejection(rejection: Rejection, raw: Uint8Array): void;
  unparsed(unparsed: Unparsed, raw: Uint8Array): void;
}

type Look = 'other' | 'refusal' | Extract<UnparsedReason, 'no-stamp' | 'not-a-refusal'>;

const REFUSAL_MARK = /: (?:milter-)?reject(?:_warning)?: /;

/** Looks at records one by one, counts what it finds, and hands it on. */
export class Scanner {
  rejections = 0;
  unparsed = 0;
  firstAt: number | null = null;
  private readonly envelope = new Envelope();
  private readonly spans = new Spans();
  private head = -1;
  /** The stamped record last looked at. */
  private stamped: string | null = null;
  private stampHost = 0;
  private stampBsd = false;

  constructor(
    private readonly clock: Clock,
    private readonly sink: Sink,
  ) {}

  /** When the last stamped record was written, UTC milliseconds. */
  get lastAt(): number | null {
    return this.stamped === null ? null : this.readStampTime(this.stamped);
  }

  /**
   * Takes one record, reads it where it looks like a refusal, and hands on what it finds.
   * @param record one character a byte.
   * @param raw its bytes as they came.
   */
  take(record: string, line: number, offset: number, raw: Uint8Array): void {
    const look = this.look(record);
    if (look === 'refusal') this.read(record, line, offset, raw);
    else if (look !== 'other') this.report(look, line, offset, raw.length, raw);
  }

  /** Notes a record's stamp, and tells what it looks like: nothing for us, a refusal, or a refusal in a shape not known. */
  look(record: string): Look {
    const { envelope } = this;
    const stamped = envelope.readStamp(record, 0, record.length);
    if (!stamped || (envelope.bsd && !this.clock.enterDay(record, 0, envelope.hostStart))) {
      return REFUSAL_MARK.test(record) ? 'no-stamp' : 'other';
    }
    this.stamped = record;
    this.stampHost = envelope.hostStart;
    this.stampBsd = envelope.bsd;
    if (this.firstAt === null) this.firstAt = this.readStampTime(record);
    if (!envelope.readTag(record, record.length)) return REFUSAL_MARK.test(record) ? 'no-stamp' : 'other';
    if (!isRefuser(record, envelope)) return 'other';
    this.head = readHead(record, envelope.message, record.length, this.spans);
    if (this.head >= 0) return 'refusal';
    const repeated = record.startsWith('message repeated ', envelope.message) && REFUSAL_MARK.test(record);
    return repeated ? 'not-a-refusal' : 'other';
  }

  /** Reads the record that was looked at last. */
  private read(record: string, line: number, offset: number, raw: Uint8Array): void {
    const { envelope, spans } = this;
    const amiss = locateRefusal(record, envelope, this.head, record.length, spans);
    const place = { line, offset, length: raw.length, ascii: isAscii(record) };
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

  private readStampTime(record: string): number | null {
    const { clock, stampHost } = this;
    const read = this.stampBsd ? clock.readBsdTime(record, stampHost) : clock.readIsoTime(record, 0, stampHost - 1);
    return read ? clock.timeMs : null;
  }
}
