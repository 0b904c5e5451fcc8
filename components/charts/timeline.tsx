'use client';

import { useRouter } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useWords } from '@/components/ui/language';
import { formatCompact } from '@/lib/messages';
import { bucketLabel, summarise, type TimelineBucket, type TimelineUnit } from './timeline-bucket';
import { TimelineTable } from './timeline-table';

interface Props {
  /** In order of time, the empty ones between included. */
  buckets: readonly TimelineBucket[];
  unit: TimelineUnit;
  /** The log's zone, minutes east of UTC. */
  utcOffsetMinutes: number;
  /** Of the plot, px. */
  height?: number;
}

const AXIS = { fontSize: 11.5, fill: 'var(--ink-3)' } as const;
const never = (): (() => void) => () => undefined;

/** Refusals over time as bars, first tries below and retries above; the same in a sentence and as a table. */
export function Timeline({ buckets, unit, utcOffsetMinutes, height = 140 }: Props) {
  const { t, message, language } = useWords();
  const router = useRouter();
  // The plot needs a measured width: the server gives the sentence and the table, the browser draws.
  const drawn = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const summary = summarise(buckets);
  if (!summary) return <p className="text-s text-ink-3">{t('chart.timeline-empty')}</p>;

  const label = (at: number): string => bucketLabel(at, unit, utcOffsetMinutes, language);
  const sentence = message({ key: 'chart.timeline', params: summary }, utcOffsetMinutes);
  const open = (index: unknown): void => {
    const href = typeof index === 'number' || typeof index === 'string' ? buckets[Number(index)]?.href : undefined;
    if (href) router.push(href);
  };
  return (
    <figure className="min-w-0">
      <div role="img" aria-label={sentence} style={{ height }}>
        {drawn ? (
          <ResponsiveContainer width="100%" height="100%">
            <BarChart
              data={[...buckets]}
              margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
              barCategoryGap={1}
              accessibilityLayer={false}
              onClick={({ activeTooltipIndex }) => open(activeTooltipIndex)}
            >
              <CartesianGrid vertical={false} stroke="var(--line)" />
              <XAxis
                dataKey="at"
                tickFormatter={label}
                tick={AXIS}
                tickLine={false}
                axisLine={{ stroke: 'var(--line-2)' }}
                minTickGap={24}
                tickMargin={6}
                interval="preserveStartEnd"
              />
              <YAxis
                allowDecimals={false}
                width={36}
                tick={AXIS}
                tickLine={false}
                axisLine={false}
                tickCount={3}
                tickFormatter={(value: number) => formatCompact(value, language)}
              />
              <Tooltip
                isAnimationActive={false}
                cursor={{ fill: 'var(--line)', fillOpacity: 0.5 }}
                labelFormatter={(at) => (typeof at === 'number' ? label(at) : '')}
                contentStyle={{
                  background: 'var(--sheet)',
                  border: '1px solid var(--line-2)',
                  borderRadius: 6,
                  fontSize: 13,
                  padding: '6px 10px',
                }}
                labelStyle={{ color: 'var(--ink)', fontWeight: 500 }}
                itemStyle={{ color: 'var(--ink-2)', padding: 0 }}
              />
              <Bar
                dataKey="firstTries"
                name={t('chart.first-tries')}
                stackId="refusals"
                fill="var(--c1)"
                isAnimationActive={false}
                maxBarSize={36}
              />
              <Bar
                dataKey="retries"
                name={t('chart.retries')}
                stackId="refusals"
                fill="var(--c2)"
                isAnimationActive={false}
                maxBarSize={36}
              />
            </BarChart>
          </ResponsiveContainer>
        ) : null}
      </div>
      <figcaption className="mt-2 text-s text-ink-3">
        <span className="mr-3 inline-flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 bg-c1" />
          {t('chart.first-tries')}
        </span>
        <span className="mr-3 inline-flex items-center gap-1.5">
          <span aria-hidden className="size-2.5 bg-c2" />
          {t('chart.retries')}
        </span>
        <span className="block">{sentence}</span>
      </figcaption>
      <TimelineTable caption={sentence} buckets={buckets} label={label} />
    </figure>
  );
}
