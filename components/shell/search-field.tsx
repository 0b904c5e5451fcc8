'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { filterOf } from '@/components/filter/travel-href';
import { useWords } from '@/components/ui/language';

/** The one search: a form like any other, so that it works without scripts. */
export function SearchField() {
  const { t } = useWords();
  const search = useSearchParams();
  const pathname = usePathname();
  // On other pages it is the filter.
  const asked = pathname === '/search' ? (search.get('q') ?? '') : '';
  const filter = filterOf(pathname, search);
  return (
    <form action="/search" role="search" className="relative min-w-0 flex-1 max-md:min-w-40 md:max-w-[520px]">
      <input
        key={asked}
        id="search"
        type="search"
        name="q"
        defaultValue={asked}
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        placeholder={t('search.placeholder')}
        autoComplete="off"
        spellCheck={false}
        className="min-h-8 w-full rounded-m border border-edge bg-sheet py-1 pr-9 pl-2.5 text-s text-ellipsis max-md:min-h-10"
      />
      {filter === '' ? null : <input type="hidden" name="filter" value={filter} />}
      <kbd aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 max-md:hidden">
        /
      </kbd>
      <button type="submit" className="sr-only focus:not-sr-only">
        {t('search.submit')}
      </button>
    </form>
  );
}
