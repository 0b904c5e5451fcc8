import { createTranslator, LANGUAGES, type Language } from '@/lib/messages';
import { PAGES } from './pages';

/** What the palette offers: a page to go to, or a preference to set. */
export interface PaletteEntry {
  id: string;
  label: string;
  /** What it is also found by: its name in the other languages. */
  also: string;
  /** The keys that do the same; '' where none do. */
  keys: string;
  act: { kind: 'go'; href: string } | { kind: 'prefer'; name: 'lang' | 'theme'; value: string };
}

const THEMES = ['light', 'dark', 'auto'] as const;

/** All pages, then the languages and themes that are not on screen now, named in `language`. */
export function paletteEntries(language: Language, theme: (typeof THEMES)[number]): PaletteEntry[] {
  const { t } = createTranslator(language);
  const others = LANGUAGES.filter((other) => other !== language).map((other) => createTranslator(other));
  return [
    ...PAGES.map(({ href, name, letter }) => ({
      id: `go-${letter}`,
      label: t(name),
      also: others.map((other) => other.t(name)).join(' '),
      keys: `g ${letter}`,
      act: { kind: 'go' as const, href },
    })),
    ...others.map((other) => ({
      id: `lang-${other.language}`,
      label: `${t('language.label')}: ${t('language.switch')}`,
      also: `${other.t('language.label')} ${other.language}`,
      keys: '',
      act: { kind: 'prefer' as const, name: 'lang' as const, value: other.language },
    })),
    ...THEMES.filter((other) => other !== theme).map((value) => ({
      id: `theme-${value}`,
      label: `${t('theme.label')}: ${t(`theme.${value}`)}`,
      also: others.map((other) => `${other.t('theme.label')} ${other.t(`theme.${value}`)}`).join(' '),
      keys: '',
      act: { kind: 'prefer' as const, name: 'theme' as const, value },
    })),
  ];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** The entries in which every word of `text` occurs, whatever its case and width; those that begin with it first. */
export function matchEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const wanted = fold(text);
  const words = wanted.split(/\s+/);
  const begins = ({ label }: PaletteEntry): number => (fold(label).startsWith(wanted) ? 0 : 1);
  return entries
    .filter(({ label, also }) => words.every((word) => fold(`${label} ${also}`).includes(word)))
    .sort((a, b) => begins(a) - begins(b));
}
