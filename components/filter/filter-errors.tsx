'use client';

import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { Visible } from '@/components/ui/visible';
import type { FilterError } from '@/lib/filter';
import { errorWindow } from './error-window';

/** More at once help nobody: the rest shows when these are mended. */
const MOST = 5;

/** What of a filter's text could not be read: its place, underlined, and the sentence. */
export function FilterErrors({ id, text, errors }: { id: string; text: string; errors: readonly FilterError[] }) {
  const { t, rich } = useWords();
  if (errors.length === 0) return null;
  return (
    <ul id={id} role="alert" className="mt-1 grid gap-1 border-l-3 border-ink pl-2 text-s">
      {errors.slice(0, MOST).map((error, index) => {
        const { before, bad, after } = errorWindow(text, error);
        return (
          <li key={index}>
            <bdi className="mono mr-2 whitespace-pre-wrap text-ink-3">
              <Visible text={before} />
              <b className="text-ink underline decoration-2 underline-offset-4">
                <Visible text={bad} />
              </b>
              <Visible text={after} />
            </bdi>
            <span className="font-medium">
              <Rich parts={rich(error.message)} />
            </span>
          </li>
        );
      })}
      {errors.length > MOST ? <li>{t('filter.more-errors', { count: errors.length - MOST })}</li> : null}
    </ul>
  );
}
