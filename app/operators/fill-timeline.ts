import type { TimelineBucket, TimelineUnit } from '@/components/charts/timeline-bucket';
import type { TimelinePoint } from '@/lib/db/read/operator-activity';

const UNIT_MS: Readonly<Record<TimelineUnit, number>> = { hour: 3_600_000, day: 86_400_000 };
/** A chart of more bars than this is drawn without the empty ones between: they would be thinner than a pixel. */
const MOST_BARS = 1000;

/**
 * The bars of a chart from the hours or days that have refusals: the empty ones between are filled in,
 * each leads to exactly its refusals.
 */
export function fillTimeline(
  points: readonly TimelinePoint[],
  unit: TimelineUnit,
  href: (fromMs: number, toMs: number) => string,
): TimelineBucket[] {
  const step = UNIT_MS[unit];
  const first = points[0]?.atMs ?? 0;
  const last = points.at(-1)?.atMs ?? 0;
  const bar = ({ atMs, first: firstTries, retries }: TimelinePoint): TimelineBucket => ({
    at: atMs,
    firstTries,
    retries,
    href: href(atMs, atMs + step - 1),
  });
  if (points.length === 0 || (last - first) / step > MOST_BARS) return points.map(bar);
  const known = new Map(points.map((point) => [point.atMs, point]));
  return Array.from({ length: (last - first) / step + 1 }, (_, index) => {
    const at = first + index * step;
    const point = known.get(at);
    return point ? bar(point) : { at, firstTries: 0, retries: 0 };
  });
}
