'use client';

import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import type { Message } from '@/lib/model';

/** What speaks against a claim; nothing where nothing does. */
export function AgainstList({
  sentences,
  utcOffsetMinutes,
}: {
  sentences: readonly Message[];
  utcOffsetMinutes?: number;
}) {
  const { t, rich } = useWords();
  if (sentences.length === 0) return null;
  return (
    <div className="mt-2 border-l-2 border-line-2 pl-3 text-s text-ink-2">
      <span className="font-medium">{t('ui.against')}: </span>
      {sentences.map((sentence, index) => (
        <span key={sentence.key}>
          {index > 0 ? ' ' : ''}
          <Rich parts={rich(sentence, utcOffsetMinutes)} />
        </span>
      ))}
    </div>
  );
}
