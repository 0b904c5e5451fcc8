'use client';

import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { message } from '@/lib/model';

/** In place of an answer's text that was deleted because it held personal data. */
export function DeletedText({ atMs, utcOffsetMinutes }: { atMs: number; utcOffsetMinutes: number }) {
  const { rich } = useWords();
  return (
    <p className="border-t border-line py-3 text-s text-ink-2">
      <Rich parts={rich(message('evidence.deleted', { deletedAt: atMs }), utcOffsetMinutes)} />
    </p>
  );
}
