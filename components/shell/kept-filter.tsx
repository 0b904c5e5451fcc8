'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { dropFilterHref, filterOf } from '@/components/filter/travel-href';
import { useWords } from '@/components/ui/language';
import { Link } from '@/components/ui/link';
import { Mono } from '@/components/ui/mono';
import { appliesFilter } from './pages';

/** On pages that apply no filter: that one is kept for the others, and a way to drop it. */
export function KeptFilter() {
  const { t } = useWords();
  const pathname = usePathname();
  const search = useSearchParams();
  const filter = filterOf(pathname, search);
  if (filter === '' || appliesFilter(pathname)) return null;
  return (
    <p className="flex min-h-8 min-w-0 items-center gap-1.5 text-s text-ink-2 max-md:min-h-10">
      <span title={t('filter.kept-why')} className="min-w-0">
        {t('filter.kept')} <Mono text={filter} shorten={28} />
      </span>
      <Link
        href={dropFilterHref(pathname, search)}
        ownFilter
        aria-label={t('filter.kept-drop', { filter })}
        className="grid size-8 place-items-center rounded-m text-ink-2 no-underline hover:text-ink"
      >
        ×
      </Link>
    </p>
  );
}
