import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { chooseLanguage, createTranslator, type Translator } from '@/lib/messages';

/** How this person wants to see the pages, and the words for it. */
export interface Ui extends Translator {
  /** `auto`: as the system has it. */
  theme: 'light' | 'dark' | 'auto';
  /** False where single keys are turned off. */
  singleKeys: boolean;
}

/** For server components: language (cookie `lang`, else the browser's), theme (cookie `theme`) and words. Once per request. */
export const getUi = cache(async (): Promise<Ui> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const theme = jar.get('theme')?.value;
  return {
    ...createTranslator(chooseLanguage(jar.get('lang')?.value, head.get('accept-language'))),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    singleKeys: jar.get('keys')?.value !== 'off',
  };
});
