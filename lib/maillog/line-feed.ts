import type { Scanner } from './scanner';

/** Takes the bytes of an input and gives its records to a scanner. */
export interface Feed {
  lines: number;
  push(chunk: Buffer): void;
  end(): void;
}

/** The longest record that is read. Syslog cuts near 8 KiB; what is longer is no record of a mail server. */
export const LONGEST_RECORD = 65_536;

/** An undamaged log: a line is one record, whatever stands in it. */
export class LineFeed implements Feed {
  lines = 0;
  private readonly carry = Buffer.allocUnsafe(LONGEST_RECORD + 1);
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

  push(bytes: Buffer): void {
    let start = 0;
    if (this.carriedLength > 0) {
      const stop = bytes.indexOf(10);
      this.keep(bytes, 0, stop < 0 ? bytes.length : stop);
      if (stop >= 0) this.finishCarried();
      start = stop < 0 ? bytes.length : stop + 1;
    }
    for (;;) {
      const stop = bytes.indexOf(10, start);
      if (stop < 0) break;
      this.lines++;
      const end = stop > start && bytes[stop - 1] === 13 ? stop - 1 : stop;
      this.takeLine(bytes, start, end, this.offset + start);
      start = stop + 1;
    }
    this.scanner.endBytes(bytes);
    if (start < bytes.length) {
      this.carriedFrom = this.offset + start;
      this.keep(bytes, start, bytes.length);
    }
    this.offset += bytes.length;
  }

  /** The last line needs no line end. */
  end(): void {
    if (this.carriedLength > 0) this.finishCarried();
  }

  private takeLine(bytes: Buffer, start: number, end: number, offset: number): void {
    if (end - start > LONGEST_RECORD) {
      const raw = bytes.subarray(start, start + LONGEST_RECORD);
      return this.scanner.report('over-long', this.lines, offset, end - start, raw);
    }
    this.scanner.take(bytes, start, end, this.lines, offset);
  }

  private keep(bytes: Buffer, start: number, end: number): void {
    this.carried += bytes.copy(this.carry, this.carried, start, end);
    this.carriedLength += end - start;
    if (end > start) this.endsWithReturn = bytes[end - 1] === 13;
  }

  private finishCarried(): void {
    this.lines++;
    const length = this.carriedLength - (this.endsWithReturn ? 1 : 0);
    this.carried = this.carriedLength = 0;
    // What was carried before may stand behind this line.
    this.carry[Math.min(length, LONGEST_RECORD)] = 10;
    this.takeLine(this.carry, 0, length, this.carriedFrom);
    this.scanner.endBytes(this.carry);
  }
}
