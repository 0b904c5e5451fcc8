'use client';

import { LinkButton } from './button';
import { useWords } from './language';

interface Props {
  /** Pages by cursor: the URL of the newer and of the older page, where there is one. */
  newerHref?: string | null;
  olderHref?: string | null;
  /** What is shown: "50 of 1,204 refusals". */
  shown?: string;
}

/** The way through a long list. Nothing where everything is on one page and nothing is to be said. */
export function Pager({ newerHref, olderHref, shown }: Props) {
  const { t } = useWords();
  if (!newerHref && !olderHref && !shown) return null;
  return (
    <nav aria-label={t('ui.pager')} className="mt-4 flex flex-wrap items-center gap-3 text-s text-ink-2">
      {shown ? <span className="mr-auto">{shown}</span> : null}
      {newerHref ? (
        <LinkButton href={newerHref} rel="prev">
          {t('ui.newer')}
        </LinkButton>
      ) : null}
      {olderHref ? (
        <LinkButton href={olderHref} rel="next">
          {t('ui.older')}
        </LinkButton>
      ) : null}
    </nav>
  );
}
