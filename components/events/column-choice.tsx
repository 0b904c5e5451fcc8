'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useWords } from '@/components/ui/language';
import { EVENT_COLUMNS, type EventColumn } from './event-view';

const KEY = 'event-columns';
const USUAL = EVENT_COLUMNS.filter(({ usual }) => usual)
  .map(({ name }) => name)
  .join(',');

const listeners = new Set<() => void>();
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The columns that this browser's person chose, kept from visit to visit. */
export function useColumns(): [EventColumn[], (columns: readonly EventColumn[]) => void] {
  const stored = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(KEY) ?? USUAL,
    () => USUAL,
  );
  const choose = useCallback((columns: readonly EventColumn[]) => {
    localStorage.setItem(KEY, columns.join(','));
    for (const listener of listeners) listener();
  }, []);
  const names = stored.split(',');
  return [EVENT_COLUMNS.flatMap(({ name }) => (names.includes(name) ? [name] : [])), choose];
}

interface Props {
  chosen: readonly EventColumn[];
  choose: (columns: readonly EventColumn[]) => void;
}

/** Which columns the table has; the time always stays, since it opens the line. */
export function ColumnChoice({ chosen, choose }: Props) {
  const { t } = useWords();
  return (
    <details className="relative">
      <summary className="text-ink-2">{t('page.events.columns')}</summary>
      <fieldset className="absolute right-0 z-10 mt-1 grid gap-1 border border-line-2 bg-sheet p-3 whitespace-nowrap">
        <legend className="sr-only">{t('page.events.columns')}</legend>
        {EVENT_COLUMNS.map(({ name }) => (
          <label key={name} className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={name === 'time'}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, name] : chosen.filter((column) => column !== name))
              }
            />
            {t(`page.events.${name}`)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
