import type { Assumed } from '@/lib/model';
import { byteAt, isDigit, latin1, skipDigits } from './bytes';
import { type CalendarDay, latestYearBefore, readCalendarDay, YearWalk } from './year';
import { openZone, type Zone } from './zone';

/** How stamps without year and zone are read. */
export interface ClockOptions {
  /** IANA name, `UTC` or `±HH:MM`, checked with `isZone`. */
  zone: string;
  /** The year of the first stamp, or: the latest in which it is not a day after `referenceMs`. */
  firstYear: number | 'latest-before';
  /** The file's time or the present, in UTC milliseconds. */
  referenceMs: number;
}

/** Turns stamps into time. Result in `timeMs` and `offsetMinutes`, so that a line allocates nothing. */
export class Clock {
  timeMs = 0;
  offsetMinutes = 0;
  /** What of the last time that was read the log did not say. */
  assumed: Assumed = 'nothing';
  /** True once a stamp without a zone was read. */
  zoneAssumed = false;
  firstYear: number | null = null;
  private readonly zone: Zone;
  private readonly walk = new YearWalk();
  private dayKey = 0;
  private dayMs = Number.NaN;
  private presentMs: number | null = null;

  constructor(private readonly options: ClockOptions) {
    this.zone = openZone(options.zone);
  }

  get yearsCrossed(): number {
    return this.walk.crossed;
  }

  /**
   * From now on the log is read as it is written: each stamp without a year has the latest in which it is not a day
   * after `nowMs`, whatever stood before it, since a host whose clock is wrong says nothing of the next one's.
   */
  enterPresent(nowMs: number): void {
    this.presentMs = nowMs;
    this.dayKey = 0;
  }

  /**
   * Takes note of an RFC 3164 stamp's day; to be called for every stamped line, in order.
   * @returns false where it is no day.
   */
  enterDay(bytes: Uint8Array, start: number, hostStart: number): boolean {
    const key =
      (byteAt(bytes, start + 1) << 24) |
      (byteAt(bytes, start + 2) << 16) |
      (byteAt(bytes, start + 4) << 8) |
      byteAt(bytes, start + 5);
    return key === this.dayKey || this.changeDay(key, bytes, start, hostStart);
  }

  private changeDay(key: number, bytes: Uint8Array, start: number, hostStart: number): boolean {
    const day = readCalendarDay(latin1(bytes, start, hostStart));
    const msOfDay = readMsOfDay(bytes, findBsdTime(bytes, start));
    if (!day || Number.isNaN(msOfDay)) return false;
    const years = this.walk.step(day);
    this.firstYear ??= this.findFirstYear(day, msOfDay);
    this.dayKey = key;
    const year =
      this.presentMs === null ? this.firstYear + years : latestYearBefore(day, msOfDay, this.presentMs, this.zone);
    this.dayMs = Date.UTC(year, day.month - 1, day.day);
    this.zoneAssumed = true;
    return true;
  }

  private findFirstYear(day: CalendarDay, msOfDay: number): number {
    const { firstYear, referenceMs } = this.options;
    return firstYear === 'latest-before' ? latestYearBefore(day, msOfDay, referenceMs, this.zone) : firstYear;
  }

  /** Reads the time of a stamp; an RFC 3164 one's day was entered last. @returns false where it is none. */
  readTime(bytes: Uint8Array, start: number, hostStart: number, bsd: boolean): boolean {
    return bsd ? this.readBsdTime(bytes, start) : this.readIsoTime(bytes, start, hostStart - 1);
  }

  /** Takes a wall clock, read as if it were UTC, and its offset; null: the user's zone is assumed. */
  readWall(wallMs: number, offsetMinutes: number | null): void {
    this.offsetMinutes = offsetMinutes ?? this.zone.offsetAt(wallMs);
    this.timeMs = wallMs - this.offsetMinutes * 60_000;
    this.assumed = offsetMinutes === null ? 'zone' : 'nothing';
    if (offsetMinutes === null) this.zoneAssumed = true;
  }

  private readBsdTime(bytes: Uint8Array, start: number): boolean {
    const time = findBsdTime(bytes, start);
    let wall = this.dayMs + readMsOfDay(bytes, time);
    if (Number.isNaN(wall)) return false;
    if (bytes[time + 8] === 46) wall += readFraction(bytes, time + 9);
    this.assumed = 'year-and-zone';
    this.offsetMinutes = this.zone.offsetAt(wall);
    this.timeMs = wall - this.offsetMinutes * 60_000;
    return true;
  }

  private readIsoTime(bytes: Uint8Array, start: number, end: number): boolean {
    const month = twoDigits(bytes, start + 5);
    const day = twoDigits(bytes, start + 8);
    const date = Date.UTC(twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2), month - 1, day);
    let wall = date + readMsOfDay(bytes, start + 11);
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return false;
    let at = start + 19;
    if (bytes[at] === 46) {
      wall += readFraction(bytes, ++at);
      at = skipDigits(bytes, at, end);
    }
    if (Number.isNaN(wall)) return false;
    if (at === end) {
      this.readWall(wall, null);
      return true;
    }
    const offset = readOffset(bytes, at, end);
    if (Number.isNaN(offset)) return false;
    this.assumed = 'nothing';
    this.offsetMinutes = offset;
    this.timeMs = wall - offset * 60_000;
    return true;
  }
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const high = byteAt(bytes, at) - 48;
  const low = byteAt(bytes, at + 1) - 48;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : Number.NaN;
}

/** Where the time of an RFC 3164 stamp begins: `Nov  4 05:14:21`, `Nov 4 05:14:21`. */
function findBsdTime(bytes: Uint8Array, start: number): number {
  return start + (bytes[start + 5] === 32 ? 6 : 7);
}

/** The digits of a fraction as whole milliseconds; those behind the third do not count. */
function readFraction(bytes: Uint8Array, start: number): number {
  let ms = 0;
  let scale = 100;
  for (let at = start; scale >= 1 && isDigit(bytes[at]); at++) {
    ms += scale * (byteAt(bytes, at) - 48);
    scale /= 10;
  }
  return ms;
}

/** `hh:mm:ss` at `at` as milliseconds, a leap second as the second before it; NaN where it is none. */
function readMsOfDay(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== 58 || bytes[at + 5] !== 58) return Number.NaN;
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  const second = twoDigits(bytes, at + 6);
  if (hour > 23 || minute > 59 || second > 60) return Number.NaN;
  return (hour * 3600 + minute * 60 + Math.min(second, 59)) * 1000;
}

/** `Z`, `+hh:mm` or `+hhmm` in minutes; NaN where it is none of them. */
function readOffset(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at];
  if (sign === 90) return end === at + 1 ? 0 : Number.NaN;
  if (sign !== 43 && sign !== 45) return Number.NaN;
  const colon = bytes[at + 3] === 58 ? 1 : 0;
  if (end !== at + 5 + colon) return Number.NaN;
  const minutes = twoDigits(bytes, at + 1) * 60 + twoDigits(bytes, at + 3 + colon);
  return sign === 45 ? -minutes : minutes;
}
