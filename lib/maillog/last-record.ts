import type { Envelope } from './envelope';

/**
 * The last record that came to something, for syslog daemons that count what repeats instead of writing it
 * again. Until its bytes are given up it costs some numbers only.
 */
export class LastRecord {
  line = 0;
  offset = 0;
  /** The line that last repeated it, or its own. */
  private lastLine = Number.NaN;
  private source: Uint8Array | null = null;
  private start = 0;
  private end = 0;
  /** The bytes that the host stands in: those of the record, or of what was in its envelope. */
  private hostSource: Uint8Array | null = null;
  private hostStart = 0;
  private hostEnd = 0;

  /**
   * @param source holds the record from `start` to `end`.
   * @param inner holds the host that `envelope` names.
   */
  note(
    source: Uint8Array,
    start: number,
    end: number,
    line: number,
    offset: number,
    inner: Uint8Array,
    envelope: Envelope,
  ): void {
    // It said only that the last one was repeated.
    if (line === this.lastLine) return;
    this.source = source;
    this.start = start;
    this.end = end;
    this.line = this.lastLine = line;
    this.offset = offset;
    this.hostSource = inner;
    this.hostStart = envelope.hostStart;
    this.hostEnd = envelope.hostEnd;
  }

  /** To be called before bytes are given up. */
  endBytes(bytes: Uint8Array): void {
    if (this.hostSource === bytes) {
      this.hostSource = new Uint8Array(bytes.subarray(this.hostStart, this.hostEnd));
      this.hostEnd -= this.hostStart;
      this.hostStart = 0;
    }
    if (this.source !== bytes) return;
    this.source = new Uint8Array(bytes.subarray(this.start, this.end));
    this.end -= this.start;
    this.start = 0;
  }

  /**
   * The record's bytes, where a line of that host says that it was repeated.
   * @param line must be the next one: whatever stands between is what was repeated.
   */
  recall(line: number, bytes: Uint8Array, hostStart: number, hostEnd: number): Uint8Array | null {
    const { source, hostSource } = this;
    if (!source || !hostSource || line !== this.lastLine + 1) return null;
    const host = bytes.subarray(hostStart, hostEnd);
    if (Buffer.compare(host, hostSource.subarray(this.hostStart, this.hostEnd)) !== 0) return null;
    this.lastLine = line;
    return new Uint8Array(source.subarray(this.start, this.end));
  }
}
