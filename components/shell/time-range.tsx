'use client';

import { Link } from '@/components/ui/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';
import { type Filter, parseFilter, printFilter, withAgo, withSpan } from '@/lib/filter';
import { formatDays, type Translator } from '@/lib/messages';
import { appliesFilter } from './pages';
import { dayOf, lastDayOf, RECENT, type TimeRangeView, viewTimeRange, withDays } from './time-range-view';

/** Where in a list one is: no place in another list. */
const PLACES = ['page', 'offset', 'evidence', 'finding', 'only'];

/** The time range of the filter, on the pages that apply one. Changing it changes nothing else of the filter. */
export function TimeRange({ utcOffsetMinutes }: { utcOffsetMinutes: number }) {
  const pathname = usePathname();
  const search = useSearchParams();
  if (!appliesFilter(pathname)) return null;
  const { filter } = parseFilter(search.get('q') ?? '');
  const hrefOf = (changed: Filter): string => {
    const params = new URLSearchParams(search);
    for (const name of PLACES) params.delete(name);
    const text = printFilter(changed);
    if (text === '') params.delete('q');
    else params.set('q', text);
    return params.size > 0 ? `${pathname}?${params.toString()}` : pathname;
  };
  return <RangeChoice filter={filter} hrefOf={hrefOf} utcOffsetMinutes={utcOffsetMinutes} />;
}

interface Props {
  filter: Filter;
  hrefOf: (filter: Filter) => string;
  utcOffsetMinutes: number;
}

function RangeChoice({ filter, hrefOf, utcOffsetMinutes }: Props) {
  const words = useWords();
  const { t } = words;
  const view = viewTimeRange(filter, utcOffsetMinutes);
  const said = sayRange(view, utcOffsetMinutes, words);
  const all = withSpan(filter, null, null, 0);
  const choice = (label: string, to: Filter, chosen: boolean): ReactNode => (
    <li key={label}>
      <Link
        href={hrefOf(to)}
        ownFilter
        aria-current={chosen ? 'true' : undefined}
        className="flex min-h-8 items-center rounded-m px-2 text-ink-2 no-underline hover:bg-sunk hover:text-ink aria-[current=true]:bg-sunk aria-[current=true]:font-medium aria-[current=true]:text-ink max-md:min-h-10"
      >
        {label}
      </Link>
    </li>
  );
  return (
    <Dropdown key={printFilter(filter)} label={t('range.label')} said={said}>
      <ul className="grid">
        {choice(t('range.all'), all, view.kind === 'all')}
        {RECENT.map((text) =>
          choice(t(`range.recent.${text}`), withAgo(filter, text), view.kind === 'recent' && view.text === text),
        )}
      </ul>
      <DayFields {...{ filter, hrefOf, utcOffsetMinutes, view }} />
    </Dropdown>
  );
}

/** What the range is, in a few words. */
function sayRange(view: TimeRangeView, utcOffsetMinutes: number, { t, language }: Translator): string {
  switch (view.kind) {
    case 'all':
      return t('range.all');
    case 'recent':
      return t('range.last', { count: view.count, unit: view.unit });
    case 'other':
      return view.text;
    case 'span': {
      const { fromMs, toMs, whole } = view;
      const lastMs = toMs === null ? null : toMs - 1;
      if (fromMs === null && lastMs === null) return t('range.all');
      const days = formatDays(fromMs ?? lastMs ?? 0, lastMs ?? fromMs ?? 0, utcOffsetMinutes, language);
      if (lastMs === null) return t('range.from', { day: days });
      if (fromMs === null) return t('range.until', { day: days });
      return whole ? days : t('range.within', { days });
    }
  }
}

/** A menu that Esc and a tap elsewhere close. */
function Dropdown({ label, said, children }: { label: string; said: string; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) box.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);
  return (
    <details
      ref={box}
      className="min-w-0 max-w-full shrink-0 md:relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.removeAttribute('open');
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary
        title={said}
        className="flex min-h-8 max-w-[320px] cursor-pointer max-md:max-w-full list-none items-center gap-1.5 rounded-m border border-line-2 bg-sheet px-2.5 text-s hover:border-edge max-md:min-h-10 [&::-webkit-details-marker]:hidden"
      >
        <span className="sr-only">{label}</span>
        <span className="truncate">{said}</span>
        <span aria-hidden className="text-ink-3">
          ▾
        </span>
      </summary>
      <div className="absolute top-full left-0 z-20 mt-1 w-[260px] rounded-m border border-line-2 bg-sheet p-2 text-s max-md:inset-x-4 max-md:w-auto">
        {children}
      </div>
    </details>
  );
}

/** A day, or from one to another. */
function DayFields({ filter, hrefOf, utcOffsetMinutes, view }: Props & { view: TimeRangeView }) {
  const { t } = useWords();
  const router = useRouter();
  const { fromMs = null, toMs = null } = view.kind === 'span' ? view : {};
  const days = [
    { name: 'from', value: fromMs === null ? '' : dayOf(fromMs, utcOffsetMinutes) },
    { name: 'to', value: toMs === null ? '' : lastDayOf(toMs, utcOffsetMinutes) },
  ] as const;
  return (
    <form
      className="mt-2 grid gap-1.5 border-t border-line px-2 pt-2.5 pb-1"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const [from, to] = days.map(({ name }) => String(form.get(name) ?? ''));
        router.push(hrefOf(withDays(filter, from ?? '', to ?? '', utcOffsetMinutes)));
      }}
    >
      {days.map(({ name, value }) => (
        <label key={name} className="flex items-center justify-between gap-2">
          {t(`range.${name}-day`)}
          <input
            type="date"
            name={name}
            defaultValue={value}
            className="min-h-8 rounded-m border border-edge bg-sheet px-2 py-1 text-s max-md:min-h-10"
          />
        </label>
      ))}
      <Button type="submit">{t('range.apply')}</Button>
    </form>
  );
}
