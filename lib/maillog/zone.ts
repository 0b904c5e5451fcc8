const DAY = 86_400_000;
const FIXED = /^([+-])(\d\d):(\d\d)$/;

/** From wall clock to offset. Holds the last day's answer, so that a line costs no Intl call. */
export interface Zone {
  /**
   * The offset, in minutes east of UTC, that a wall clock showed.
   * @param wallMs the wall clock read as if it were UTC, in milliseconds.
   * An hour that comes twice is its first; for one that a clock skips it is the offset before the gap,
   * so that the instant lies behind the gap and the wall clock can be had back from instant and offset.
   */
  offsetAt(wallMs: number): number;
}

/** True for an IANA zone name, `UTC` and a fixed offset as `+09:00`. */
export function isZone(text: string): boolean {
  if (fixedOffset(text) !== null) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function fixedOffset(text: string): number | null {
  if (text === 'UTC' || text === 'Z') return 0;
  const match = FIXED.exec(text);
  if (!match) return null;
  const hours = Number(match[2]);
  const minutes = hours * 60 + Number(match[3]);
  if (Number(match[3]) > 59 || minutes > 14 * 60) return null;
  return match[1] === '-' ? -minutes : minutes;
}

/**
 * Opens a zone by its name (as {@link isZone} allows).
 * @throws RangeError for any other name: callers check what a person typed.
 */
export function openZone(name: string): Zone {
  const fixed = fixedOffset(name);
  return fixed === null ? new NamedZone(name) : { offsetAt: () => fixed };
}

class NamedZone implements Zone {
  private readonly format: Intl.DateTimeFormat;
  private day = Number.NaN;
  private before = 0;
  private after = 0;
  /** The instant from which `after` holds; only looked at where the two differ. */
  private change = 0;

  constructor(name: string) {
    this.format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  }

  offsetAt(wallMs: number): number {
    const day = Math.floor(wallMs / DAY);
    if (day !== this.day) this.enter(day);
    if (this.before === this.after || wallMs - this.before * 60_000 < this.change) return this.before;
    return wallMs - this.after * 60_000 >= this.change ? this.after : this.before;
  }

  /** Learns a day's offsets: both ends, and where they differ the instant between (by halving). */
  private enter(day: number): void {
    let low = day * DAY - 15 * 3_600_000;
    let high = (day + 1) * DAY + 15 * 3_600_000;
    this.day = day;
    this.before = this.offsetAtInstant(low);
    this.after = this.offsetAtInstant(high);
    while (this.before !== this.after && high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (this.offsetAtInstant(middle) === this.before) low = middle;
      else high = middle;
    }
    this.change = high;
  }

  private offsetAtInstant(timeMs: number): number {
    const name = this.format.formatToParts(timeMs).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const match = /([+-])(\d\d):(\d\d)/.exec(name.replace('\u2212', '-'));
    if (!match) return 0;
    const minutes = Number(match[2]) * 60 + Number(match[3]);
    return match[1] === '-' ? -minutes : minutes;
  }
}
