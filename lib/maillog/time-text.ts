const DAY = 86_400_000;

/** Writes times as `YYYY-MM-DDTHH:MM:SS[.mmm]±HH:MM` into bytes. Keeps the last day's and offset's text. */
export class TimeText {
  private day = Number.NaN;
  private dayText = '';
  private offset = Number.NaN;
  private offsetText = '';

  /** @param timeMs UTC milliseconds. @returns the index behind what was written at `start`: at most 32 bytes. */
  write(bytes: Uint8Array, start: number, timeMs: number, offsetMinutes: number): number {
    const wall = timeMs + offsetMinutes * 60_000;
    const day = Math.floor(wall / DAY);
    if (day !== this.day || offsetMinutes !== this.offset) this.enter(day, offsetMinutes);
    let at = writeAscii(bytes, start, this.dayText);
    const ms = wall - day * DAY;
    const seconds = (ms / 1000) | 0;
    const minutes = (seconds / 60) | 0;
    const hours = (minutes / 60) | 0;
    at = writeTwoDigits(bytes, at, hours, 58);
    at = writeTwoDigits(bytes, at, minutes - hours * 60, 58);
    at = writeTwoDigits(bytes, at, seconds - minutes * 60, 46);
    const fraction = ms - seconds * 1000;
    if (fraction === 0) at--;
    else at = writeAscii(bytes, at, String(fraction).padStart(3, '0'));
    return writeAscii(bytes, at, this.offsetText);
  }

  private enter(day: number, offsetMinutes: number): void {
    this.day = day;
    this.offset = offsetMinutes;
    this.dayText = `${new Date(day * DAY).toISOString().slice(0, 10)}T`;
    const minutes = Math.abs(offsetMinutes);
    const [h, m] = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
    this.offsetText = `${offsetMinutes < 0 ? '-' : '+'}${h}:${m}`;
  }
}

/** Writes ASCII text. @returns the index behind it. */
export function writeAscii(bytes: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

function writeTwoDigits(bytes: Uint8Array, at: number, value: number, behind: number): number {
  const tens = (value / 10) | 0;
  bytes[at] = 48 + tens;
  bytes[at + 1] = 48 + value - tens * 10;
  bytes[at + 2] = behind;
  return at + 3;
}
