import type { Scanner } from './scanner';

/** The longest record that is read. Syslog cuts near 8 KiB; what is longer is no record of a mail server. */
export const LONGEST_RECORD = 65_536;
const WINDOW = 524_288;

/** Takes the bytes of an input and gives its records to a scanner. */
export interface Feed {
  lines: number;
  push(chunk: Buffer): void;
  end(): void;
}

/** An undamaged log: a line is one record, whatever stands in it. */
export class LineFeed implements Feed {
  lines = 0;
  private readonly carry = Buffer.allocUnsafe(LONGEST_RECORD + 2);
  private carried = 0;
  /** The length of the carried line, even where not all of it is kept. */
  private carriedLength = 0;
  private carriedFrom = 0;
  private endsWithReturn = false;

  /** @param offset where the first byte stands in the input. */
  constructor(
    private readonly scanner: Scanner,
    private offset: number,
  ) {}

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; at += WINDOW) this.pushWindow(chunk.subarray(at, at + WINDOW));
  }

  /** The last line needs no line end. */
  end(): void {
    if (this.carriedLength > 0) this.finishCarried();
  }

  private pushWindow(bytes: Buffer): void {
    const text = bytes.toString('latin1');
    let start = 0;
    if (this.carriedLength > 0) {
      const stop = text.indexOf('\n');
      this.keep(bytes, 0, stop < 0 ? bytes.length : stop);
      if (stop < 0) {
        this.offset += bytes.length;
        return;
      }
      this.finishCarried();
      start = stop + 1;
    }
    for (;;) {
      const stop = text.indexOf('\n', start);
      if (stop < 0) break;
      this.lines++;
      this.takeLine(text, start, stop, bytes);
      start = stop + 1;
    }
    this.scanner.endText(text);
    this.carriedFrom = this.offset + start;
    if (start < bytes.length) this.keep(bytes, start, bytes.length);
    this.offset += bytes.length;
  }

  private takeLine(text: string, start: number, stop: number, bytes: Buffer): void {
    const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    const offset = this.offset + start;
    if (end - start > LONGEST_RECORD) {
      const raw = bytes.subarray(start, start + LONGEST_RECORD);
      return this.scanner.report('over-long', this.lines, offset, end - start, raw);
    }
    const look = this.scanner.look(text, start, end);
    if (look === 'other') return;
    const raw = bytes.subarray(start, end);
    if (look === 'refusal') this.scanner.read(raw.toString('latin1'), this.lines, offset, raw);
    else this.scanner.report(look, this.lines, offset, raw.length, raw);
  }

  private keep(bytes: Buffer, start: number, end: number): void {
    const room = Math.min(end - start, this.carry.length - this.carried);
    bytes.copy(this.carry, this.carried, start, start + room);
    this.carried += room;
    this.carriedLength += end - start;
    this.endsWithReturn = end > start ? bytes[end - 1] === 13 : this.endsWithReturn;
  }

  private finishCarried(): void {
    this.lines++;
    const length = this.carriedLength - (this.endsWithReturn ? 1 : 0);
    const raw = this.carry.subarray(0, Math.min(length, LONGEST_RECORD));
    this.carried = this.carriedLength = 0;
    const offset = this.carriedFrom;
    if (length > LONGEST_RECORD) return this.scanner.report('over-long', this.lines, offset, length, raw);
    const text = raw.toString('latin1');
    const look = this.scanner.look(text, 0, text.length);
    if (look === 'refusal') this.scanner.read(text, this.lines, offset, raw);
    else if (look !== 'other') this.scanner.report(look, this.lines, offset, length, raw);
    this.scanner.endText(text);
  }
}
