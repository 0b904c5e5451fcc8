import { type Feed, LONGEST_RECORD } from './line-feed';
import { findRecordStarts, repairRecord } from './paste';
import type { Scanner } from './scanner';

/** Pasted text: a line may hold several records, and each is repaired before it is read. */
export class PasteFeed implements Feed {
  lines = 0;
  private readonly held = Buffer.allocUnsafe(LONGEST_RECORD);
  private filled = 0;
  private lineOpen = false;
  /** True once a part of this line was too long to be a record. */
  private overLong = false;

  /** @param offset where the first byte stands in the input. */
  constructor(
    private readonly scanner: Scanner,
    private offset: number,
  ) {}

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) {
      const newline = chunk.indexOf(10, at);
      const stop = newline < 0 ? chunk.length : newline;
      const taken = Math.min(stop - at, this.held.length - this.filled);
      chunk.copy(this.held, this.filled, at, at + taken);
      this.filled += taken;
      this.lineOpen = true;
      at += taken;
      if (this.filled === this.held.length) this.spill();
      if (at !== newline) continue;
      this.finishLine();
      this.offset++;
      at++;
    }
  }

  end(): void {
    if (this.lineOpen) this.finishLine();
  }

  private finishLine(): void {
    this.lines++;
    const text = this.held.toString('latin1', 0, this.filled);
    const starts = findRecordStarts(text);
    if (starts.length === 0) starts.push(0);
    this.take(text, [...starts, text.length], this.lines);
    this.drop(this.filled);
    this.lineOpen = this.overLong = false;
  }

  /** Makes room in a line that is longer than what is held: all records but the last are complete. */
  private spill(): void {
    const text = this.held.toString('latin1', 0, this.filled);
    const starts = findRecordStarts(text);
    const last = starts.at(-1) ?? 0;
    if (last > 0) {
      this.take(text, starts, this.lines + 1);
      return this.drop(last);
    }
    if (!this.overLong) this.scanner.report('over-long', this.lines + 1, this.offset, this.filled, this.held);
    this.overLong = true;
    this.drop(this.filled);
  }

  /** Reads the records between each two of `bounds`. */
  private take(text: string, bounds: readonly number[], line: number): void {
    bounds.forEach((start, i) => {
      const stop = bounds[i + 1];
      if (stop === undefined) return;
      const raw = this.held.subarray(start, start + text.slice(start, stop).trimEnd().length);
      const record = Buffer.from(repairRecord(raw.toString('latin1')).text, 'latin1');
      this.scanner.takeRepaired(record, line, this.offset + start, raw);
    });
  }

  private drop(length: number): void {
    this.held.copyWithin(0, length, this.filled);
    this.filled -= length;
    this.offset += length;
  }
}
