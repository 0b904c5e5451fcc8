'use client';

import type { ReactNode } from 'react';
import { useWords } from '@/components/ui/language';

interface Item {
  key: string;
  label: ReactNode;
  count: ReactNode;
}

/** Past this many, the rest waits behind a word. */
const SHOWN = 8;

function Items({ items }: { items: readonly Item[] }) {
  return (
    <ul className="text-s">
      {items.map(({ key, label, count }) => (
        <li key={key} className="flex items-baseline justify-between gap-3 border-b border-line py-1">
          <span className="min-w-0">{label}</span>
          <span className="shrink-0">{count}</span>
        </li>
      ))}
    </ul>
  );
}

/** Things with their numbers, most first; the first eight at once, the others one click away. */
export function CountedList({ items }: { items: readonly Item[] }) {
  const { t } = useWords();
  const rest = items.slice(SHOWN);
  return (
    <>
      <Items items={items.slice(0, SHOWN)} />
      {rest.length > 0 ? (
        <details className="mt-1 text-s">
          <summary className="text-ink-3">{t('page.operators.more', { count: rest.length })}</summary>
          <Items items={rest} />
        </details>
      ) : null}
    </>
  );
}
