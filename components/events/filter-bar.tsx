'use client';

import Link from 'next/link';
import { hrefWith, type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { Button } from '@/components/ui/button';
import { Select, TextField } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { formatTime } from '@/lib/messages';
import type { Action } from '@/lib/model';
import { FILTER_NAMES, type FilterChip } from './event-view';

interface Props {
  chips: readonly FilterChip[];
  params: PageParams;
  order: 'newest' | 'oldest';
  words: { actions: readonly Action[]; stages: readonly string[] };
}

/** What narrows the list, each removable, and a form to narrow it further; both are the page's URL. */
export function FilterBar({ chips, params, order, words }: Props) {
  const { t } = useWords();
  const other = order === 'newest' ? 'oldest' : 'newest';
  return (
    <div className="mt-5 flex flex-wrap items-center gap-2 text-s">
      {chips.map((chip) => (
        <ChipLink key={chip.name} chip={chip} />
      ))}
      <Link
        href={hrefWith('/events', params, { order: other === 'newest' ? null : other, after: null, before: null })}
        className="py-1 text-ink-2"
      >
        {t(`page.events.order.${other}`)}
      </Link>
      <details className="w-full md:w-auto md:[&[open]]:w-full">
        <summary className="inline-flex min-h-8 items-center text-ink-2">{t('page.events.narrow')}</summary>
        <NarrowForm params={params} words={words} />
      </details>
    </div>
  );
}

function ChipLink({ chip }: { chip: FilterChip }) {
  const { t, language } = useWords();
  const time = chip.name === 'from' || chip.name === 'to';
  const value = time ? formatTime(Number(chip.value), 0, language) : chip.value;
  return (
    <span className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-m border border-line-2 bg-sheet pl-2.5">
      <span className="text-ink-3">{t(`page.events.filter.${chip.name}`)}</span>
      <span className="min-w-0">
        <Mono text={value} shorten={44} />
      </span>
      <Link
        href={chip.removeHref}
        aria-label={t('page.events.remove-filter', { name: t(`page.events.filter.${chip.name}`), value })}
        className="grid size-8 place-items-center rounded-m text-ink-2 no-underline hover:text-ink"
      >
        ×
      </Link>
    </span>
  );
}

function NarrowForm({ params, words }: Pick<Props, 'params' | 'words'>) {
  const { t } = useWords();
  const typed = ['address', 'sender', 'recipient', 'code'] as const;
  const listed = ['stage', 'action'] as const;
  const shown = new Set<string>([...typed, ...listed]);
  const kept = [...FILTER_NAMES, 'order' as const].filter((name) => !shown.has(name));
  const options = {
    stage: words.stages.map((value) => ({ value, label: value })),
    action: words.actions.map((value) => ({ value, label: `${value} · ${t(`page.events.action.${value}`)}` })),
  };
  return (
    <form action="/events" className="mt-2 grid gap-3 border-t border-line py-3 md:grid-cols-3">
      {kept.map((name) => {
        const value = paramOf(params, name);
        return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
      })}
      {typed.map((name) => (
        <TextField
          key={`${name}-${paramOf(params, name) ?? ''}`}
          mono
          name={name}
          label={t(`page.events.filter.${name}`)}
          defaultValue={paramOf(params, name)}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      {listed.map((name) => (
        <Select
          key={`${name}-${paramOf(params, name) ?? ''}`}
          name={name}
          label={t(`page.events.filter.${name}`)}
          defaultValue={paramOf(params, name) ?? ''}
          options={[{ value: '', label: t('page.events.any') }, ...options[name]]}
        />
      ))}
      <div>
        <Button type="submit">{t('page.events.apply')}</Button>
      </div>
    </form>
  );
}
