'use client';

import { Link } from '@/components/ui/link';
import { useRouter } from 'next/navigation';
import { type RefusalBucket, RefusalTimeline } from '@/components/charts/refusal-timeline';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { useWords } from '@/components/ui/language';
import { parseFilter, printFilter, spanOf, withSpan } from '@/lib/filter';

const DAY_MS = 86_400_000;
const RANGES = [
  { name: 'day', ms: DAY_MS },
  { name: 'week', ms: 7 * DAY_MS },
  { name: 'month', ms: 30 * DAY_MS },
  { name: 'year', ms: 365 * DAY_MS },
] as const;

interface Props {
  buckets: readonly RefusalBucket[];
  width: number;
  utcOffsetMinutes: number;
  /** When the newest refusal of all was logged: ranges end with it, since logs may be old. */
  newestMs: number;
  filter: string;
  params: PageParams;
}

/** The timeline of what was found, from which a span is chosen, and the usual spans. */
export function EventTimeline({ buckets, width, utcOffsetMinutes, newestMs, filter, params }: Props) {
  const { t, message } = useWords();
  const router = useRouter();
  const parsed = parseFilter(filter).filter;
  const hrefOf = (fromMs: number | null, toMs: number | null): string => {
    const text = printFilter(withSpan(parsed, fromMs, toMs, utcOffsetMinutes));
    return hrefWith('/events', params, { q: text === '' ? null : text });
  };
  const counts = buckets.map((bucket) => bucket['5xx'] + bucket['4xx'] + bucket.other);
  const most = Math.max(0, ...counts);
  const peak = buckets[counts.indexOf(most)];
  const sentence = peak
    ? message({ key: 'chart.refusals-peak', params: { most, mostAt: peak.at } }, utcOffsetMinutes)
    : t('chart.timeline-empty');
  const narrowed = spanOf(parsed, newestMs);
  return (
    <>
      <RefusalTimeline
        {...{ buckets, width, utcOffsetMinutes, sentence }}
        choose={(fromMs, toMs) => router.push(hrefOf(fromMs, toMs), { scroll: false })}
      />
      <nav aria-label={t('page.events.range')} className="mt-1 flex flex-wrap gap-x-3 text-s">
        <span className="text-ink-3">{t('page.events.range')}</span>
        {RANGES.map(({ name, ms }) => (
          <Link key={name} ownFilter scroll={false} href={hrefOf(newestMs + 1000 - ms, null)} className="text-ink-2">
            {t(`page.events.range.${name}`)}
          </Link>
        ))}
        {narrowed.fromMs !== null || narrowed.toMs !== null ? (
          <Link ownFilter scroll={false} href={hrefOf(null, null)} className="text-ink-2">
            {t('page.events.range.all')}
          </Link>
        ) : null}
      </nav>
    </>
  );
}
