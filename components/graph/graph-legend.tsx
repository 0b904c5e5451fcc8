'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { KINDS } from '@/lib/graph';
import type { EntityKind } from '@/lib/model';
import { type GraphPlace, graphHref } from './graph-href';
import { KindShape } from './kind-shape';

interface Props {
  place: GraphPlace;
  /** The kinds on show. */
  kinds: readonly EntityKind[];
}

/** What the shapes and lines mean; a kind is a switch that shows or hides it. */
export function GraphLegend({ place, kinds }: Props) {
  const { t } = useWords();
  const toggled = (kind: EntityKind): string => {
    const next = KINDS.filter((known) => (known === kind) !== kinds.includes(known));
    const all = next.length === KINDS.length || next.length === 0;
    return graphHref(place.params, { kinds: all ? null : next.join(',') });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-s text-ink-2">
      <nav aria-label={t('page.graph.legend')} className="flex flex-wrap gap-1.5">
        {KINDS.map((kind) => {
          const isOn = kinds.includes(kind);
          return (
            <Link
              key={kind}
              href={toggled(kind)}
              scroll={false}
              aria-current={isOn ? 'true' : undefined}
              className={`inline-flex items-center gap-1.5 rounded-m border px-2 py-0.5 no-underline ${isOn ? 'border-line-2 bg-sheet' : 'border-dashed border-line-2 text-ink-3 line-through'}`}
            >
              <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden>
                <KindShape kind={kind} size={6.5} />
              </svg>
              {t(`graph.kind.${kind}`)}
              <span className="sr-only">{t(isOn ? 'page.graph.kind.shown' : 'page.graph.kind.hidden')}</span>
            </Link>
          );
        })}
      </nav>
      <span className="text-ink-3">{t('page.graph.legend.size')}</span>
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden>
          <circle r={6} fill="none" stroke="var(--seal)" strokeWidth={2} />
        </svg>
        {t('page.graph.legend.confirmed')}
      </span>
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <svg width={26} height={8} aria-hidden>
          <path d="M0 4H26" stroke="var(--edge)" strokeWidth={1.5} strokeDasharray="5 4" />
        </svg>
        {t('source.pasted')}
      </span>
    </div>
  );
}
