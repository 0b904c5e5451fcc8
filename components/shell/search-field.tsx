'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useWords } from '@/components/ui/language';

/** The one search: a form like any other, so that it works without scripts. */
export function SearchField() {
  const { t } = useWords();
  const query = useSearchParams().get('q') ?? '';
  // On other pages it is the filter.
  const asked = usePathname() === '/search' ? query : '';
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
      <kbd aria-hidden className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 max-md:hidden">
        /
      </kbd>
      <button type="submit" className="sr-only focus:not-sr-only">
        {t('search.submit')}
      </button>
    </form>
  );
}
