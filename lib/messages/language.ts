export type Language = 'en' | 'ja';

export const LANGUAGES: readonly Language[] = ['en', 'ja'];

/** The tag for `Intl` and for `<html lang>`'s sake of plurals and numbers. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ja: 'ja-JP' };

/** True where the text names a language we have. */
export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'en' || text === 'ja';
}

/**
 * The language for a request: the one chosen before, else the best of the browser's `Accept-Language`
 * (by its q values; earlier wins a tie), else English.
 */
export function chooseLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  let best: { language: Language; quality: number } | null = null;
  for (const range of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = tag.split('-')[0];
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = weight ? Number(weight.slice(2)) : 1;
    if (isLanguage(language) && quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? 'en';
}
