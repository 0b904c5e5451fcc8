'use client';

import { Link } from '@/components/ui/link';
import { hrefWith, type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { useWords } from '@/components/ui/language';

const PANELS = ['fields', 'hours', 'top'] as const;

interface Props {
  chosen: string;
  order: 'newest' | 'oldest';
  params: PageParams;
  total: number;
}

/** What stands over the table, the table's order, and the files of all that was found. */
export function PanelChoice({ chosen, order, params, total }: Props) {
  const { t } = useWords();
  const other = order === 'newest' ? 'oldest' : 'newest';
  const file = (format: string): string =>
    `/api/events/export?${new URLSearchParams({ q: paramOf(params, 'q') ?? '', order, format })}`;
  return (
    <div className="mt-5 mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-line pt-3 text-s">
      <nav aria-label={t('page.events.panels')} className="flex flex-wrap gap-x-4">
        {PANELS.map((panel) => (
          <Link
            key={panel}
            scroll={false}
            href={hrefWith('/events', params, { panel: panel === 'fields' ? null : panel })}
            aria-current={panel === chosen ? 'true' : undefined}
            className={panel === chosen ? 'font-medium text-ink no-underline' : 'text-ink-2'}
          >
            {t(`page.events.panel.${panel}`)}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap gap-x-4">
        <Link
          scroll={false}
          href={hrefWith('/events', params, { order: other === 'newest' ? null : other })}
          className="text-ink-2"
        >
          {t(`page.events.order.${other}`)}
        </Link>
        <span className="text-ink-3">{t('page.events.export', { total })}</span>
        <a href={file('csv')} download className="text-ink-2">
          CSV
        </a>
        <a href={file('ndjson')} download className="text-ink-2">
          NDJSON
        </a>
      </div>
    </div>
  );
}
