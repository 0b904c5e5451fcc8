import { latin1 } from './bytes';
import type { Envelope } from './envelope';

/** Hosts whose last line is known at one time; past it the one that was first seen is forgotten. */
const MOST_HOSTS = 256;
const NOTHING: Uint8Array = new Uint8Array(0);

/**
 * The last line of one host. Until its bytes are given up it costs some numbers only; then its host and tag are
 * copied, and the record only where it came to something.
 */
export class HostLine {
  line = 0;
  /** True where it came to a refusal or a sighting. */
  gave = false;
  /** The bytes that were read, and those of the record as it came. */
  record: Uint8Array = NOTHING;
  start = 0;
  end = 0;
  raw: Uint8Array = NOTHING;
  rawStart = 0;
  rawEnd = 0;
  /** What its host and tag stand in: the record, or what was in its envelope. */
  head: Uint8Array = NOTHING;
  hostStart = 0;
  hostEnd = 0;
  tagEnd = 0;
  /** True while some of it may stand in the bytes at hand. */
  fresh = false;

  hasHost(bytes: Uint8Array, { hostStart, hostEnd }: Envelope): boolean {
    return isSame(this.head, this.hostStart, this.hostEnd, bytes, hostStart, hostEnd);
  }

  hasTag(bytes: Uint8Array, { hostEnd }: Envelope, tagEnd: number): boolean {
    return isSame(this.head, this.hostEnd, this.tagEnd, bytes, hostEnd, tagEnd);
  }

  /** Keeps of `bytes` what is needed after they are given up. */
  endBytes(bytes: Uint8Array): void {
    this.fresh = false;
    if (this.head === bytes) {
      this.head = new Uint8Array(bytes.subarray(this.hostStart, this.tagEnd));
      this.hostEnd -= this.hostStart;
      this.tagEnd -= this.hostStart;
      this.hostStart = 0;
    }
    if (!this.gave) {
      this.record = this.raw = NOTHING;
      return;
    }
    const same = this.raw === this.record;
    if (this.record === bytes) {
      this.record = new Uint8Array(bytes.subarray(this.start, this.end));
      this.end -= this.start;
      this.start = 0;
    }
    if (same) {
      this.raw = this.record;
      this.rawStart = this.start;
      this.rawEnd = this.end;
    } else if (this.raw === bytes) {
      this.raw = new Uint8Array(bytes.subarray(this.rawStart, this.rawEnd));
      this.rawEnd -= this.rawStart;
      this.rawStart = 0;
    }
  }
}

/**
 * The last line of each host, for syslog daemons that count what repeats instead of writing it again: `last message
 * repeated 3 times` is said of the line that the same host wrote before, whatever others wrote in between.
 */
export class LastRecords {
  private readonly hosts = new Map<string, HostLine>();
  private newest: HostLine | null = null;
  /** Those whose parts stand in the bytes at hand. */
  private readonly fresh: HostLine[] = [];
  private lastLine = Number.NaN;
  /** The last line that names no host: it may be anyone's, so that what stands before it is no longer sure. */
  private gapLine = -1;
  /** The line that only said how often another came. */
  private countLine = -1;

  /** Takes note of a line. @returns where its record is to be noted; null where it only counts another. */
  enter(line: number, gave: boolean, head: Uint8Array, envelope: Envelope): HostLine | null {
    this.pass(line);
    if (line === this.countLine) return null;
    let known = this.newest;
    if (known === null || !known.hasHost(head, envelope)) known = this.newest = this.find(head, envelope);
    if (!known.fresh) this.fresh.push(known);
    known.fresh = true;
    known.line = line;
    known.gave = gave;
    known.head = head;
    known.hostStart = envelope.hostStart;
    known.hostEnd = envelope.hostEnd;
    known.tagEnd = tagEndOf(envelope);
    return known;
  }

  /** Takes note of a line that names no host. */
  enterUnknown(line: number): void {
    this.pass(line);
    this.gapLine = line;
  }

  /** To be called before bytes are given up. */
  endBytes(bytes: Uint8Array): void {
    for (const known of this.fresh) known.endBytes(bytes);
    this.fresh.length = 0;
  }

  /**
   * The line that the one at hand says was repeated.
   * @param tagged true where it has a tag, which must then be that of the line.
   * @returns null where it cannot be told which one that is.
   */
  recall(line: number, bytes: Uint8Array, envelope: Envelope, tagged: boolean): HostLine | null {
    this.pass(line);
    this.countLine = line;
    const known = this.hosts.get(latin1(bytes, envelope.hostStart, envelope.hostEnd));
    if (!known || known.line <= this.gapLine) return null;
    return tagged && !known.hasTag(bytes, envelope, tagEndOf(envelope)) ? null : known;
  }

  /** A line that was not taken is one of which nothing is known. */
  private pass(line: number): void {
    if (line > this.lastLine + 1) this.gapLine = line - 1;
    this.lastLine = line;
  }

  private find(bytes: Uint8Array, { hostStart, hostEnd }: Envelope): HostLine {
    const host = latin1(bytes, hostStart, hostEnd);
    const known = this.hosts.get(host);
    if (known) return known;
    if (this.hosts.size >= MOST_HOSTS) {
      for (const oldest of this.hosts.keys()) {
        this.hosts.delete(oldest);
        break;
      }
    }
    const added = new HostLine();
    // A part of a line would keep the whole line in memory.
    this.hosts.set(Buffer.from(host, 'latin1').toString('latin1'), added);
    return added;
  }
}

/** The end of the tag with its process; where a line has no tag, that of the host. */
function tagEndOf({ tagged, hostEnd, tagEnd, pidEnd }: Envelope): number {
  if (!tagged) return hostEnd;
  return pidEnd >= 0 ? pidEnd : tagEnd;
}

function isSame(a: Uint8Array, aStart: number, aEnd: number, b: Uint8Array, bStart: number, bEnd: number): boolean {
  if (aEnd - aStart !== bEnd - bStart) return false;
  for (let i = aEnd - aStart - 1; i >= 0; i--) {
    if (a[aStart + i] !== b[bStart + i]) return false;
  }
  return true;
}
