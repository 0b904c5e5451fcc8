import type { RefusalBucket } from '@/components/charts/refusal-timeline';
import { type Matches, readHistogram, spanOfMatches } from '@/lib/db/read/explore';

/** Seconds: the spans that people think in. */
const WIDTHS = [60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];
const MOST_BUCKETS = 120;

/**
 * What was found over time, in at most 120 spans that begin at the log's own round hours and days.
 * @param utcOffsetMinutes of the log's zone
 */
export function loadTimeline(matches: Matches, utcOffsetMinutes: number): { buckets: RefusalBucket[]; width: number } {
  const span = spanOfMatches(matches);
  if (!span) return { buckets: [], width: 0 };
  const { first, last } = span;
  const width =
    WIDTHS.find((seconds) => (last - first) / seconds < MOST_BUCKETS - 1) ?? Math.ceil((last - first) / 100);
  const offset = utcOffsetMinutes * 60;
  const from = Math.floor((first + offset) / width) * width - offset;
  const { counts } = readHistogram(matches, from, width, Math.floor((last - from) / width) + 1);
  const buckets = counts['5xx'].map((count, index) => ({
    at: (from + index * width) * 1000,
    '5xx': count,
    '4xx': counts['4xx'][index] ?? 0,
    other: counts.other[index] ?? 0,
  }));
  return { buckets, width: width * 1000 };
}
