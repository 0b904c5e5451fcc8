const MINUTE = 60_000;
const DAY = 86_400_000;
const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
/** The furthest that a clock is from UTC anywhere. */
const MOST_OFFSET = 14 * 60;
/** Date's own functions take years below 100 as 19xx, so these are no years here. */
const FIRST_YEAR = 1000;
const AGO_UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1000],
  ['m', MINUTE],
  ['h', 60 * MINUTE],
  ['d', DAY],
  ['w', 7 * DAY],
]);

export type Precision = 'day' | 'hour' | 'minute' | 'second';

/** A point in time as written: UTC epoch milliseconds, its canonical text, and how exactly it was named. */
export interface Moment {
  ms: number;
  text: string;
  precision: Precision;
}

/** From `fromMs` (included) to `toMs` (excluded), in UTC epoch milliseconds; null is open. */
export interface Span {
  fromMs: number | null;
  toMs: number | null;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Minutes east of UTC; null where no clock is set so. */
function parseOffset(text: string): number | null {
  if (text === '' || text.toUpperCase() === 'Z') return 0;
  const minutes = Number(text.slice(-2));
  const hours = Number(text.slice(1, 3));
  const total = text.length === 3 ? hours * 60 : hours * 60 + minutes;
  if (total > MOST_OFFSET || (text.length > 3 && minutes > 59)) return null;
  return text.startsWith('-') ? -total : total;
}

function formatZone(utcOffsetMinutes: number): string {
  if (utcOffsetMinutes === 0) return '';
  const minutes = Math.abs(utcOffsetMinutes);
  return `${utcOffsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * Reads `2026-01-02`, `2026-01-02T10`, `…T10:00`, `…T10:00:05` (fractions of a second too), each with `Z`, an
 * offset such as `+09:00`, or nothing for UTC: ISO 8601's extended format, with a space for the T allowed.
 * @returns `unreadable`, or `no-such-time` for what the calendar or the clock lacks (2026-02-30, 25:00).
 */
export function parseMoment(text: string): Moment | 'unreadable' | 'no-such-time' {
  const match = PATTERN.exec(text);
  if (!match) return 'unreadable';
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const fraction = Number((match[7] ?? '').padEnd(3, '0'));
  const offset = parseOffset(match[8] ?? '');
  if (offset === null || year < FIRST_YEAR || hour > 23 || minute > 59 || second > 59) return 'no-such-time';
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return 'no-such-time';
  const precision = match[6] ? 'second' : match[5] ? 'minute' : match[4] ? 'hour' : 'day';
  const ms = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + fraction - offset * MINUTE;
  return { ms, text: writeMoment(ms, offset, precision), precision };
}

function writeMoment(ms: number, utcOffsetMinutes: number, precision: Precision): string {
  const iso = new Date(ms + utcOffsetMinutes * MINUTE).toISOString();
  const fraction = iso.slice(19, 23);
  const lengths = { day: 10, hour: 13, minute: 16, second: fraction === '.000' ? 19 : 23 };
  return `${iso.slice(0, lengths[precision])}${formatZone(utcOffsetMinutes)}`;
}

/**
 * The shortest text that names exactly this moment.
 * @param ms UTC epoch milliseconds; what lies outside the years 1001 to 9998 is moved to their edge
 * @param utcOffsetMinutes minutes east of UTC of the clock to write it in; UTC where no clock is set so
 */
export function momentAt(ms: number, utcOffsetMinutes: number): Moment {
  const known = Number.isInteger(utcOffsetMinutes) && Math.abs(utcOffsetMinutes) <= MOST_OFFSET;
  const offset = known ? utcOffsetMinutes : 0;
  const inside = Math.round(Math.min(Math.max(ms, Date.UTC(1001, 0)), Date.UTC(9999, 0) - 1));
  const local = inside + offset * MINUTE;
  const precision = local % DAY === 0 ? 'day' : local % MINUTE === 0 ? 'minute' : 'second';
  return { ms: inside, text: writeMoment(inside, offset, precision), precision };
}

const LENGTHS = { day: DAY, hour: 60 * MINUTE, minute: MINUTE, second: 1000 } as const;

/** The day, hour, minute or second that a moment names: what `on` matches. Days are as long as the text's offset makes them. */
export function spanOfMoment({ ms, text }: Pick<Moment, 'ms' | 'text'>): { fromMs: number; toMs: number } {
  const moment = parseMoment(text);
  return { fromMs: ms, toMs: ms + LENGTHS[typeof moment === 'string' ? 'second' : moment.precision] };
}

/** Reads `30s`, `30m`, `12h`, `7d`, `2w`: so many milliseconds. null where it is none. */
export function parseAgo(text: string): { ms: number; text: string } | null {
  const match = /^(\d{1,6})([smhdw])$/i.exec(text);
  const unit = (match?.[2] ?? '').toLowerCase();
  const length = AGO_UNITS.get(unit);
  if (!match || length === undefined) return null;
  const count = Number(match[1]);
  return { ms: count * length, text: `${count}${unit}` };
}
