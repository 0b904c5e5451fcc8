'use client';

import { useEffect, useState } from 'react';
import type { FieldName } from '@/lib/filter';
import { narrowSuggestions, readSuggestions, type Suggestion, suggestUrl } from './suggestions';

const WAIT_MS = 120;

interface Answer {
  field: FieldName;
  prefix: string;
  values: readonly Suggestion[];
  failed: boolean;
}

/**
 * The values that the data has for a field, asked when the typing pauses. Until the answer comes, the last one of the
 * same field, narrowed, is given.
 * @param href where to ask; with it or the field left out nothing is asked
 */
export function useSuggestions(
  href: string | undefined,
  field: FieldName | undefined,
  prefix: string,
): { values: readonly Suggestion[]; failed: boolean } {
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (!href || !field) return;
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const response = await fetch(suggestUrl(href, field, prefix), { signal: abort.signal });
        const read = response.ok ? readSuggestions(await response.json()) : null;
        setAnswer({ field, prefix, values: read ?? [], failed: read === null });
      } catch (error) {
        if (abort.signal.aborted) return;
        console.warn(error);
        setAnswer({ field, prefix, values: [], failed: true });
      }
    };
    const timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [href, field, prefix]);

  if (!answer || answer.field !== field) return { values: [], failed: false };
  if (answer.prefix === prefix) return answer;
  return { values: narrowSuggestions(answer.values, prefix), failed: answer.failed };
}
