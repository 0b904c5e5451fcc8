'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createTranslator, type Language, type Translator } from '@/lib/messages';

const LanguageContext = createContext<Language>('en');

/** Gives the language of the request to every client component below; stands once, in the root layout. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The words for a client component. Server components use `getUi()` of `app/ui.ts`. */
export function useWords(): Translator {
  const language = useContext(LanguageContext);
  return useMemo(() => createTranslator(language), [language]);
}
