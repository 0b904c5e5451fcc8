import { ascii, byteAt, findByte, skipDigits, standsAt } from './bytes';

const MESSAGE_ID = ascii('[ID ');

/** What stands before the message. Reused from line to line; all fields are indexes into the bytes. */
export class Envelope {
  start = 0;
  /** Where the record ends. */
  end = 0;
  /** True for RFC 3164, whose stamp has no year; else RFC 3339. */
  bsd = false;
  /** The stamp ends one before the host starts. */
  hostStart = 0;
  hostEnd = 0;
  tagEnd = 0;
  /** Where the name of the daemon itself starts, behind the last `/` of the tag. */
  daemonStart = 0;
  /** True where a tag stands behind the host. */
  tagged = false;
  /** -1 where the tag has no process id. */
  pidStart = -1;
  pidEnd = -1;
  message = 0;

  /**
   * Finds the stamp: `Nov  4 05:14:21 `, `Nov 4 05:14:21 `, both also with a fraction, or
   * `2026-11-24T05:14:21.4+00:00 `, also without a zone. Only its shape is looked at; the clock reads the digits.
   * @returns false where the line does not begin with one.
   */
  readStamp(bytes: Uint8Array, start: number, end: number): boolean {
    this.start = start;
    this.end = end;
    const first = byteAt(bytes, start);
    if (first >= 65 && first <= 83) {
      this.bsd = true;
      if (end - start < 17 || bytes[start + 3] !== 32) return false;
      const host = start + (bytes[start + 15] === 32 && bytes[start + 6] === 32 ? 16 : 15);
      this.hostStart = host;
      const plain = bytes[host - 1] === 32 && bytes[host - 4] === 58 && bytes[host - 7] === 58;
      return plain || this.readFraction(bytes);
    }
    this.bsd = false;
    if (first < 48 || first > 57 || end - start < 22) return false;
    if (bytes[start + 10] !== 84 || bytes[start + 4] !== 45) return false;
    let at = start + 19;
    const limit = Math.min(end, start + 40);
    while (at < limit && bytes[at] !== 32) at++;
    this.hostStart = at + 1;
    return at < limit;
  }

  /** Finds the end of an RFC 3164 stamp with a fraction. @returns false where it has none. */
  private readFraction(bytes: Uint8Array): boolean {
    const time = this.start + (bytes[this.start + 5] === 32 ? 6 : 7);
    if (bytes[time + 2] !== 58 || bytes[time + 5] !== 58 || bytes[time + 8] !== 46) return false;
    this.hostStart = skipDigits(bytes, time + 9, Math.min(this.end, time + 19)) + 1;
    return this.hostStart < this.end && bytes[this.hostStart - 1] === 32;
  }

  /**
   * Reads `host tag[pid]: ` behind the stamp.
   * @returns false where the line has another shape.
   */
  readTag(bytes: Uint8Array): boolean {
    const { end } = this;
    this.tagged = false;
    let at = this.hostStart;
    while (at < end && bytes[at] !== 32) at++;
    this.hostEnd = at;
    at++;
    this.daemonStart = at;
    let code = 0;
    for (; at < end; at++) {
      code = byteAt(bytes, at);
      if (code === 91 || code === 58 || code === 32) break;
      if (code === 47) this.daemonStart = at + 1;
    }
    this.tagEnd = at;
    this.pidStart = this.pidEnd = -1;
    if (code === 91) {
      this.pidStart = ++at;
      at = skipDigits(bytes, at, end);
      this.pidEnd = at;
      if (bytes[at++] !== 93) return false;
    }
    this.message = at + 2;
    if (at + 2 > end || bytes[at] !== 58 || bytes[at + 1] !== 32) return false;
    if (bytes[at + 2] === 91) this.skipMessageId(bytes);
    this.tagged = true;
    return true;
  }

  /** Passes over Solaris' `[ID 197553 mail.info] ` at the head of the message. */
  private skipMessageId(bytes: Uint8Array): void {
    const limit = Math.min(this.end, this.message + 40);
    if (!standsAt(bytes, this.message, MESSAGE_ID)) return;
    const digits = skipDigits(bytes, this.message + MESSAGE_ID.length, limit);
    const close = findByte(bytes, 93, digits, limit);
    if (bytes[digits] === 32 && close >= 0 && bytes[close + 1] === 32) this.message = close + 2;
  }
}
