import { type Filter, printTerm, spanOf, timeTerms, withSpan } from '@/lib/filter';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The spans that are offered, as the filter language writes them. */
export const RECENT = ['24h', '7d', '30d', '365d'] as const;

/** What a filter says about points in time, for a label that needs no clock. */
export type TimeRangeView =
  | { kind: 'all' }
  /** So long before now: `7` and `d`. */
  | { kind: 'recent'; text: string; count: number; unit: string }
  /** UTC epoch milliseconds, the end excluded; null is open. `whole`: both are where a day begins. */
  | { kind: 'span'; fromMs: number | null; toMs: number | null; whole: boolean }
  /** Something that no words are made for, as it is written. */
  | { kind: 'other'; text: string };

/** @param utcOffsetMinutes minutes east of UTC of the clock whose days are meant */
export function viewTimeRange(filter: Filter, utcOffsetMinutes: number): TimeRangeView {
  const terms = timeTerms(filter);
  const text = terms.map((term) => printTerm(term)).join(' ');
  if (terms.length === 0) return { kind: 'all' };
  const [term] = terms;
  const [value] = term?.values ?? [];
  if (terms.some(({ values }) => values.some(({ kind }) => kind === 'ago'))) {
    const recent =
      terms.length === 1 &&
      term?.field === 'after' &&
      !term.negated &&
      term.values.length === 1 &&
      value?.kind === 'ago';
    if (!recent) return { kind: 'other', text };
    return { kind: 'recent', text: value.text, count: Number.parseInt(value.text, 10), unit: value.text.slice(-1) };
  }
  // Nothing is counted from now, so the clock does not matter.
  const { fromMs, toMs } = spanOf(filter, 0);
  if ((fromMs === null && toMs === null) || (fromMs !== null && toMs !== null && fromMs >= toMs))
    return { kind: 'other', text };
  const whole = [fromMs, toMs].every((ms) => ms === null || (ms + utcOffsetMinutes * MINUTE_MS) % DAY_MS === 0);
  return { kind: 'span', fromMs, toMs, whole };
}

/** The day of a moment as a date field has it: `2026-08-03`. */
export function dayOf(ms: number, utcOffsetMinutes: number): string {
  return new Date(ms + utcOffsetMinutes * MINUTE_MS).toISOString().slice(0, 10);
}

/** The last day of a span that ends before this moment. */
export const lastDayOf = (toMs: number, utcOffsetMinutes: number): string => dayOf(toMs - 1, utcOffsetMinutes);

/**
 * The filter narrowed to the days from `from` to `to`, both included, in whichever order; '' leaves that end open.
 * What is no day is an open end, too.
 */
export function withDays(filter: Filter, from: string, to: string, utcOffsetMinutes: number): Filter {
  const [first, last] = [startOf(from, utcOffsetMinutes), startOf(to, utcOffsetMinutes)];
  const swapped = first !== null && last !== null && first > last;
  const [fromMs, lastMs] = swapped ? [last, first] : [first, last];
  return withSpan(filter, fromMs, lastMs === null ? null : lastMs + DAY_MS, utcOffsetMinutes);
}

function startOf(day: string, utcOffsetMinutes: number): number | null {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(ms) ? null : ms - utcOffsetMinutes * MINUTE_MS;
}
