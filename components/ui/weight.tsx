'use client';

import type { Standing } from '@/lib/model';
import { formatWeight } from '@/lib/messages';
import { useWords } from './language';

/** How strong a claim is: the number and the word for it. */
export function Weight({ value, standing }: { value: number; standing: Standing }) {
  const { t } = useWords();
  return (
    <div className="text-l leading-tight font-semibold">
      {formatWeight(value)}
      <span className="block text-xs font-normal text-ink-3">{t(`standing.${standing}`)}</span>
    </div>
  );
}
