import { formatTime, type Language } from '@/lib/messages';

/** The refusals of one hour or day. */
export interface TimelineBucket {
  /** Its start, UTC epoch milliseconds. */
  at: number;
  firstTries: number;
  retries: number;
  /** The list of exactly these refusals. */
  href?: string;
}

export type TimelineUnit = 'hour' | 'day';

/** What a chart says in one sentence: how many, from when to when, and where the most stand. Null where there is nothing. */
export function summarise(
  buckets: readonly TimelineBucket[],
): { total: number; firstAt: number; lastAt: number; most: number; mostAt: number } | null {
  let summary: ReturnType<typeof summarise> = null;
  for (const { at, firstTries, retries } of buckets) {
    const count = firstTries + retries;
    if (count === 0) continue;
    if (!summary) {
      summary = { total: count, firstAt: at, lastAt: at, most: count, mostAt: at };
      continue;
    }
    summary.total += count;
    summary.firstAt = Math.min(summary.firstAt, at);
    summary.lastAt = Math.max(summary.lastAt, at);
    if (count > summary.most) Object.assign(summary, { most: count, mostAt: at });
  }
  return summary;
}

/** A bucket's name under the axis: `3 Aug`, and the hour where hours are counted: `3 Aug 12:00`. */
export function bucketLabel(at: number, unit: TimelineUnit, utcOffsetMinutes: number, language: Language): string {
  const text = formatTime(at, utcOffsetMinutes, language, 'short');
  const [clock = '', offset = ''] = text.split(' ').slice(-2);
  return unit === 'hour' ? text.slice(0, -offset.length - 1) : text.slice(0, -clock.length - offset.length - 2);
}
