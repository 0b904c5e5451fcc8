import { type Language, LOCALES } from './language';

const MINUTE = 60_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const two = (n: number): string => String(n).padStart(2, '0');

/** How much of a time to say. `short` leaves the year out, for where it is said nearby. */
export type TimeStyle = 'date' | 'minute' | 'second' | 'short';

/** `+09:00` for 540 minutes east of UTC. */
export function formatOffset(utcOffsetMinutes: number): string {
  const minutes = Math.abs(utcOffsetMinutes);
  return `${utcOffsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * A time in the zone it was logged in, with the offset (a date goes without).
 * @param ms UTC epoch milliseconds
 * @param utcOffsetMinutes minutes east of UTC
 * @returns `3 Aug 2026 12:15 +09:00`, `2026年8月3日 12:15 +09:00`
 */
export function formatTime(
  ms: number,
  utcOffsetMinutes: number,
  language: Language,
  style: TimeStyle = 'minute',
): string {
  const local = new Date(ms + utcOffsetMinutes * MINUTE);
  if (Number.isNaN(local.getTime())) return '–';
  const year = local.getUTCFullYear();
  const month = local.getUTCMonth();
  const day = local.getUTCDate();
  const dayText =
    language === 'ja'
      ? `${style === 'short' ? '' : `${year}年`}${month + 1}月${day}日`
      : `${day} ${MONTHS[month] ?? ''}${style === 'short' ? '' : ` ${year}`}`;
  if (style === 'date') return dayText;
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  const seconds = style === 'second' ? `:${two(local.getUTCSeconds())}` : '';
  return `${dayText} ${clock}${seconds} ${formatOffset(utcOffsetMinutes)}`;
}

/**
 * The days from a moment to another in the zone it was logged in, the year said once where it is the same.
 * @returns `3 Aug 2026`, `3 Aug – 5 Aug 2026`, `2026年8月3日～8月5日`
 */
export function formatDays(firstMs: number, lastMs: number, utcOffsetMinutes: number, language: Language): string {
  const [first, last] = [firstMs, lastMs].map((ms) => formatTime(ms, utcOffsetMinutes, language, 'date'));
  const [year, lastYear] = [firstMs, lastMs].map((ms) => new Date(ms + utcOffsetMinutes * MINUTE).getUTCFullYear());
  if (first === undefined || last === undefined || first === last) return first ?? '';
  const sameYear = year === lastYear;
  if (language === 'ja') return `${first}～${sameYear ? last.slice(`${year}年`.length) : last}`;
  return `${sameYear ? first.slice(0, -` ${year}`.length) : first} – ${last}`;
}

/** How long ago or ahead, in the largest whole unit: `3 days ago`, `3 日前`. Only ever beside {@link formatTime}. */
export function formatRelative(ms: number, nowMs: number, language: Language): string {
  const seconds = Math.round((ms - nowMs) / 1000);
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' });
  const units = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(seconds, 'second');
}

/** A number with its thousands parted: `41,020`. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** A number for a narrow place: whole below 10,000, else `1.2M`, `120万`. */
export function formatCompact(value: number, language: Language): string {
  if (Math.abs(value) < 10_000) return formatNumber(value, language);
  return new Intl.NumberFormat(LOCALES[language], { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A weight or score from 0 to 1: `0.85`. Never shown as 1.00 where it is less than that. */
export function formatWeight(value: number): string {
  return (value < 1 ? Math.min(value, 0.99) : value).toFixed(2);
}

/** A size in bytes: `512 bytes`, `3.4 MB` (powers of 1,000). */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}

/** A span of time in one unit: `8 s`, `4 min`, `2 h`, `3 days`. */
export function formatDuration(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [unit, length] =
    seconds < 60
      ? (['second', 1] as const)
      : seconds < 3600
        ? (['minute', 60] as const)
        : seconds < 172_800
          ? (['hour', 3600] as const)
          : (['day', 86_400] as const);
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.round(seconds / length),
  );
}

/** A country by the name it goes by: `JP` → `Japan`, `日本`. What is no two-letter code stays as it is. */
export function formatCountry(code: string, language: Language): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(LOCALES[language], { type: 'region' }).of(code.toUpperCase()) ?? code;
}
