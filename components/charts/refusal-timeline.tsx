'use client';

import { type PointerEvent, type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useWords } from '@/components/ui/language';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCompact, formatNumber, formatTime } from '@/lib/messages';

/** Refusals in one span of time, by how they were refused. */
export interface RefusalBucket {
  /** Its start, UTC epoch milliseconds. */
  at: number;
  '5xx': number;
  '4xx': number;
  other: number;
}

const CLASSES = [
  { name: '5xx', colour: 'var(--c1)', swatch: 'bg-c1' },
  { name: '4xx', colour: 'var(--c2)', swatch: 'bg-c2' },
  { name: 'other', colour: 'var(--c3)', swatch: 'bg-c3' },
] as const;

interface Props {
  buckets: readonly RefusalBucket[];
  /** Of one bucket, ms. */
  width: number;
  /** The log's zone, minutes east of UTC. */
  utcOffsetMinutes: number;
  /** Says the whole in a sentence. */
  sentence: string;
  /** A span was chosen: from its first to behind its last moment, UTC epoch milliseconds. */
  choose: (fromMs: number, toMs: number) => void;
}

const AXIS = { fontSize: 11.5, fill: 'var(--ink-3)' } as const;
const AXIS_WIDTH = 40;
const HEIGHT = 132;
const never = (): (() => void) => () => undefined;

/** Refusals over time as stacked bars; drawing over them with the pointer chooses a span. The same as a table. */
export function RefusalTimeline({ buckets, width, utcOffsetMinutes, sentence, choose }: Props) {
  const { t, language } = useWords();
  const drawn = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const label = (at: number): string => formatTime(at, utcOffsetMinutes, language, 'short');
  const classes = CLASSES.filter(({ name }) => buckets.some((bucket) => bucket[name] > 0));
  return (
    <figure className="mt-4 min-w-0">
      <Brush buckets={buckets} width={width} choose={choose}>
        <div role="img" aria-label={sentence} className="h-full">
          {drawn ? (
            <ResponsiveContainer width="100%" height="100%">
              <BarChart
                data={[...buckets]}
                margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
                barCategoryGap={buckets.length > 60 ? 0 : 1}
                accessibilityLayer={false}
              >
                <CartesianGrid vertical={false} stroke="var(--line)" />
                <XAxis
                  dataKey="at"
                  tickFormatter={label}
                  tick={AXIS}
                  tickLine={false}
                  axisLine={{ stroke: 'var(--line-2)' }}
                  minTickGap={48}
                  tickMargin={6}
                />
                <YAxis
                  allowDecimals={false}
                  width={AXIS_WIDTH}
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
                {classes.map(({ name, colour }) => (
                  <Bar
                    key={name}
                    dataKey={name}
                    name={t(`chart.class.${name}`)}
                    stackId="refusals"
                    fill={colour}
                    isAnimationActive={false}
                    maxBarSize={36}
                  />
                ))}
              </BarChart>
            </ResponsiveContainer>
          ) : null}
        </div>
      </Brush>
      <figcaption className="mt-1 text-s text-ink-3">
        {classes.map(({ name, swatch }) => (
          <span key={name} className="mr-3 inline-flex items-center gap-1.5">
            <span aria-hidden className={`size-2.5 ${swatch}`} />
            {t(`chart.class.${name}`)}
          </span>
        ))}
        <span>{sentence}</span>
      </figcaption>
      <BucketTable {...{ buckets, width, label, sentence, choose }} />
    </figure>
  );
}

/** The plot, over which a span is drawn with the pointer. */
function Brush({
  buckets,
  width,
  choose,
  children,
}: Pick<Props, 'buckets' | 'width' | 'choose'> & { children: ReactNode }) {
  const plot = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const placeOf = ({ clientX }: PointerEvent): number => {
    const box = plot.current?.getBoundingClientRect();
    return box ? Math.min(Math.max((clientX - box.left - AXIS_WIDTH) / (box.width - AXIS_WIDTH), 0), 1) : 0;
  };
  const end = (): void => {
    setDrag(null);
    if (!drag) return;
    const bucketAt = (place: number): RefusalBucket | undefined =>
      buckets[Math.min(Math.floor(place * buckets.length), buckets.length - 1)];
    const [first, last] = [bucketAt(Math.min(drag.from, drag.to)), bucketAt(Math.max(drag.from, drag.to))];
    if (first && last) choose(first.at, last.at + width);
  };
  return (
    <div
      ref={plot}
      data-brush
      className="relative cursor-crosshair touch-pan-y select-none"
      style={{ height: HEIGHT }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: placeOf(event), to: placeOf(event) });
      }}
      onPointerMove={(event) => setDrag(drag && { ...drag, to: placeOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      {children}
      {drag ? (
        <div className="pointer-events-none absolute top-0 right-0 bottom-6" style={{ left: AXIS_WIDTH }}>
          <div
            className="absolute inset-y-0 border-x border-ink bg-ink/10"
            style={{
              left: `${100 * Math.min(drag.from, drag.to)}%`,
              width: `${100 * Math.abs(drag.to - drag.from)}%`,
            }}
          />
        </div>
      ) : null}
    </div>
  );
}

interface TableProps extends Pick<Props, 'buckets' | 'width' | 'sentence' | 'choose'> {
  label: (at: number) => string;
}

/** The bars as rows, each of which chooses its span: the way by keyboard. */
function BucketTable({ buckets, width, label, sentence, choose }: TableProps) {
  const { t, language } = useWords();
  return (
    <details className="mt-1 text-s">
      <summary className="text-ink-3">{t('ui.table')}</summary>
      <div className="mt-2 max-h-80 overflow-y-auto">
        <Table caption={sentence} hideCaption>
          <thead>
            <tr>
              <Th>{t('chart.time')}</Th>
              {CLASSES.map(({ name }) => (
                <Th key={name} right>
                  {t(`chart.class.${name}`)}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets
              .filter((bucket) => CLASSES.some(({ name }) => bucket[name] > 0))
              .map((bucket) => (
                <tr key={bucket.at}>
                  <Td className="whitespace-nowrap">
                    <button type="button" className="underline" onClick={() => choose(bucket.at, bucket.at + width)}>
                      {label(bucket.at)}
                    </button>
                  </Td>
                  {CLASSES.map(({ name }) => (
                    <Td key={name} right>
                      {formatNumber(bucket[name], language)}
                    </Td>
                  ))}
                </tr>
              ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
