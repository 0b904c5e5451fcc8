'use client';

import { useSyncExternalStore } from 'react';
import { useWords } from '@/components/ui/language';
import { PreferenceForm } from './preference-form';

export type Theme = 'light' | 'dark' | 'auto';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Turns to the other theme than the one on screen. Without scripts an unset theme is taken for light. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const { t } = useWords();
  const systemDark = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(DARK).matches,
    () => false,
  );
  const dark = theme === 'auto' ? systemDark : theme === 'dark';
  const next = dark ? 'light' : 'dark';
  return (
    <PreferenceForm name="theme" value={next} label={`${t('theme.label')}: ${t(`theme.${next}`)}`}>
      {t(`theme.${next}`)}
    </PreferenceForm>
  );
}
