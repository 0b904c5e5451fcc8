'use client';

import { LinkButton } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';

interface Props {
  previousHref: string | null;
  nextHref: string | null;
  /** "50 of 1,204 networks". */
  shown: string;
}

/** The way through a list that is sorted by something else than time. */
export function ListPager({ previousHref, nextHref, shown }: Props) {
  const { t } = useWords();
  return (
    <nav aria-label={t('ui.pager')} className="mt-4 flex flex-wrap items-center gap-3 text-s text-ink-2">
      <span className="mr-auto">{shown}</span>
      {previousHref ? (
        <LinkButton href={previousHref} rel="prev">
          {t('page.list.previous')}
        </LinkButton>
      ) : null}
      {nextHref ? (
        <LinkButton href={nextHref} rel="next">
          {t('page.list.next')}
        </LinkButton>
      ) : null}
    </nav>
  );
}
