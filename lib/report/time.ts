const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const two = (n: number): string => String(n).padStart(2, '0');

export type Language = 'en' | 'ja';
export type TimeStyle = 'date' | 'clock' | 'clock-offset' | 'minute' | 'second';
export type FormatTime = (ms: number, style?: TimeStyle) => string;

/**
 * Writes times in the log's zone, with the offset:
 * `3 August 2026, 12:15:23 +09:00`, `2026年8月3日 12:15:23 +09:00`; `clock` alone has minutes and no
 * offset, for the first of two times of one day.
 * @param utcOffsetMinutes minutes east of UTC
 */
export function createTimeFormat(language: Language, utcOffsetMinutes: number): FormatTime {
  const away = Math.abs(utcOffsetMinutes);
  const offset = `${utcOffsetMinutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
  return (ms, style = 'second') => {
    const local = new Date(ms + utcOffsetMinutes * 60_000);
    if (Number.isNaN(local.getTime())) return '–';
    const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
    const date = language === 'ja' ? `${year}年${month + 1}月${day}日` : `${day} ${MONTHS[month] ?? ''} ${year}`;
    if (style === 'date') return date;
    const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
    if (style === 'clock') return clock;
    if (style === 'clock-offset') return `${clock} (${offset})`;
    const seconds = style === 'second' ? `:${two(local.getUTCSeconds())}` : '';
    return `${date}${language === 'ja' ? ' ' : ', '}${clock}${seconds} ${offset}`;
  };
}
