import type { Zone } from './zone';

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day of a log without years. `month` counts from 1. */
export interface CalendarDay {
  month: number;
  day: number;
}

/**
 * Reads the day of an RFC 3164 stamp (`Nov  4`, `Nov 4`, `Nov 14`) at `start`.
 * @returns null where none stands there.
 */
export function readCalendarDay(text: string, start = 0): CalendarDay | null {
  const month = MONTHS.indexOf(text.slice(start, start + 3)) + 1;
  if (month === 0) return null;
  const match = /^ ( ?[1-9]|[0-3]\d) $/.exec(
    text.slice(start + 3, text.charCodeAt(start + 5) === 32 ? start + 6 : start + 7),
  );
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 ? { month, day } : null;
}

/**
 * Follows the stamps of a file and tells each its year. Stamps that jump back by more than half a
 * year have passed New Year; smaller jumps are records out of order. Around New Year itself, records
 * out of order may also lead back for up to three days.
 */
export class YearWalk {
  private last: CalendarDay | null = null;
  /** How many times New Year was passed. */
  crossed = 0;

  /** The number of years between the first stamp and this one. */
  step(next: CalendarDay): number {
    if (this.last) {
      const jump = ordinal(next) - ordinal(this.last);
      if (jump < -182) this.crossed++;
      else if (this.crossed > 0 && ordinal(this.last) <= 3 && ordinal(next) >= 364) this.crossed--;
    }
    this.last = next;
    return this.crossed;
  }
}

/** The day's place in a leap year, 1 to 366. */
function ordinal({ month, day }: CalendarDay): number {
  return (Date.UTC(2000, month - 1, day) - Date.UTC(2000, 0, 1)) / DAY + 1;
}

/**
 * The year of a file's first stamp, where the year of its last is known: one less for each New Year
 * that the days between pass.
 * @param days the file's days in its order: all, or samples that include the first and the last.
 */
export function firstYearFor(lastYear: number, days: Iterable<CalendarDay>): number {
  const walk = new YearWalk();
  for (const day of days) walk.step(day);
  return lastYear - walk.crossed;
}

/** The latest year in which this stamp is not later than a day after `referenceMs`. */
export function latestYearBefore(stamp: CalendarDay, msOfDay: number, referenceMs: number, zone: Zone): number {
  let year = new Date(referenceMs).getUTCFullYear() + 1;
  for (;;) {
    const wall = Date.UTC(year, stamp.month - 1, stamp.day) + msOfDay;
    const exists = new Date(wall).getUTCMonth() === stamp.month - 1;
    if (exists && wall - zone.offsetAt(wall) * 60_000 <= referenceMs + DAY) return year;
    if (year < 1904) return year;
    year--;
  }
}
