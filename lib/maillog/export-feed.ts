import { type Feed, LONGEST_RECORD } from './line-feed';
import type { Scanner } from './scanner';

const NEWLINE = 10;
const EQUALS = 61;
const LENGTH_BYTES = 8;

/**
 * systemd's Journal Export Format (`journalctl -o export`): entries of several fields, parted by a blank line. A
 * field is `KEY=VALUE`, or `KEY`, the length of its data in eight bytes, and data in which anything may stand.
 */
export class ExportFeed implements Feed {
  lines = 0;
  /** The entry at hand, as far as a record may reach, with the line ends behind it. */
  private readonly held = Buffer.allocUnsafe(LONGEST_RECORD + 2);
  private length = 0;
  private firstLine = 1;
  private lineLength = 0;
  private hasEquals = false;
  private readonly lengthBytes = Buffer.alloc(LENGTH_BYTES);
  private lengthFilled = LENGTH_BYTES;
  /** How much of a field's data, with its line end, is still to come. */
  private dataLeft = 0;

  /** @param offset where the first byte stands in the input. */
  constructor(
    private readonly scanner: Scanner,
    private offset: number,
  ) {}

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      if (this.lengthFilled < LENGTH_BYTES) at = this.takeLength(chunk, at);
      else if (this.dataLeft > 0) at = this.takeData(chunk, at);
      else at = this.takeLine(chunk, at);
    }
  }

  /** The last entry needs no blank line. */
  end(): void {
    const ended = this.lineLength === 0 && this.dataLeft === 0 && this.lengthFilled === LENGTH_BYTES;
    if (!ended) this.lines++;
    if (this.length > 0) this.finishEntry(this.length - (ended ? 1 : 0));
  }

  private takeLine(chunk: Buffer, at: number): number {
    const newline = chunk.indexOf(NEWLINE, at);
    const stop = newline < 0 ? chunk.length : newline;
    this.lineLength += stop - at;
    this.hasEquals ||= chunk.subarray(at, stop).includes(EQUALS);
    if (newline < 0) return this.keep(chunk, at, stop);
    this.keep(chunk, at, stop + 1);
    this.lines++;
    if (this.lineLength === 0) this.finishEntry(this.length - 2);
    else if (!this.hasEquals) this.lengthFilled = 0;
    this.lineLength = 0;
    this.hasEquals = false;
    return stop + 1;
  }

  private takeLength(chunk: Buffer, at: number): number {
    const taken = chunk.copy(this.lengthBytes, this.lengthFilled, at);
    this.lengthFilled += taken;
    if (this.lengthFilled === LENGTH_BYTES) this.dataLeft = Number(this.lengthBytes.readBigUInt64LE()) + 1;
    this.countLines(chunk, at, at + taken);
    return this.keep(chunk, at, at + taken);
  }

  private takeData(chunk: Buffer, at: number): number {
    const stop = Math.min(chunk.length, at + this.dataLeft);
    this.dataLeft -= stop - at;
    this.countLines(chunk, at, stop);
    return this.keep(chunk, at, stop);
  }

  private countLines(chunk: Buffer, at: number, stop: number): void {
    for (let line = chunk.indexOf(NEWLINE, at); line >= 0 && line < stop; line = chunk.indexOf(NEWLINE, line + 1)) {
      this.lines++;
    }
  }

  private keep(chunk: Buffer, at: number, stop: number): number {
    if (this.length < this.held.length) chunk.copy(this.held, this.length, at, stop);
    this.length += stop - at;
    return stop;
  }

  /** @param length of the entry without the line ends behind it; none at all where there was a blank line only. */
  private finishEntry(length: number): void {
    const { scanner, held, offset, firstLine } = this;
    if (length > LONGEST_RECORD) {
      scanner.report('over-long', firstLine, offset, length, held.subarray(0, LONGEST_RECORD));
    } else if (length > 0) {
      // The byte behind a record stands in none.
      held[length] = NEWLINE;
      scanner.take(held, 0, length, firstLine, offset);
    }
    scanner.endBytes(held);
    this.offset += this.length;
    this.length = 0;
    this.firstLine = this.lines + 1;
  }
}
