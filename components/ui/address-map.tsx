'use client';

import { useWords } from './language';

/** A network as a strip: which parts of it the log has seen. `cells` from `addressCells`. */
export function AddressMap({ cells }: { cells: readonly boolean[] }) {
  const { t } = useWords();
  const seen = cells.filter(Boolean).length;
  if (seen === 0) return <span className="text-ink-3">{t('ui.not-seen')}</span>;
  return (
    <div className="map" role="img" aria-label={t('ui.seen-cells', { seen, cells: cells.length })}>
      {cells.map((cell, index) => (
        <i key={index} data-seen={cell || undefined} />
      ))}
    </div>
  );
}
