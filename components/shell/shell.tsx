'use client';

import { type ReactNode, useRef } from 'react';
import { useWords } from '@/components/ui/language';
import { KeptFilter } from './kept-filter';
import { Keyboard } from './keyboard';
import { Mark } from './mark';
import { PageLinks } from './page-links';
import type { Counts } from './pages';
import { Palette } from './palette';
import { PhoneMenu } from './phone-menu';
import { PreferenceForm } from './preference-form';
import { SearchField } from './search-field';
import { type Theme, ThemeSwitch } from './theme-switch';
import { TimeRange } from './time-range';

interface Props {
  counts: Counts;
  theme: Theme;
  /** False where the person turned single keys off. */
  singleKeys: boolean;
  /** The log's zone, minutes east of UTC: whose days a time range means. */
  utcOffsetMinutes: number;
  /** Stands under the top bar: the sample case's note. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame around every page: the rail (on phones a menu), the search, the filter or its time range, language and theme. */
export function Shell({ counts, theme, singleKeys, utcOffsetMinutes, banner, children }: Props) {
  const { t, language } = useWords();
  const palette = useRef<HTMLDialogElement>(null);
  const other = language === 'en' ? 'ja' : 'en';
  return (
    <div className="grid min-h-dvh grid-cols-1 md:grid-cols-[196px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-30 focus:rounded-m focus:border focus:border-edge focus:bg-sheet focus:px-3 focus:py-2"
      >
        {t('nav.skip')}
      </a>
      <div className="border-r border-line max-md:hidden">
        <nav
          aria-label={t('nav.title')}
          className="sticky top-0 flex max-h-dvh min-h-dvh flex-col overflow-y-auto px-3 py-[18px]"
        >
          <div className="px-2 pb-4">
            <Mark />
          </div>
          <PageLinks counts={counts} />
          <div className="mt-auto px-1 pt-4">
            <Keyboard single={singleKeys} palette={palette} />
          </div>
        </nav>
      </div>
      <div className="flex min-w-0 flex-col">
        <header className="relative flex flex-wrap items-center gap-2.5 border-b border-line px-8 py-3 max-md:px-4 max-md:py-2.5">
          <div className="mr-auto md:hidden">
            <Mark />
          </div>
          <div className="contents max-md:order-last max-md:flex max-md:w-full max-md:flex-wrap max-md:gap-2">
            <SearchField />
            <KeptFilter />
            <TimeRange utcOffsetMinutes={utcOffsetMinutes} />
          </div>
          <div className="flex gap-2 md:ml-auto">
            <PreferenceForm name="lang" value={other} lang={other}>
              {t('language.switch')}
            </PreferenceForm>
            <ThemeSwitch theme={theme} />
            <PhoneMenu counts={counts} />
          </div>
        </header>
        {banner}
        <main
          id="main"
          tabIndex={-1}
          className="w-full max-w-[1180px] flex-1 px-8 pt-7 pb-16 outline-none max-md:px-4 max-md:pt-5 has-[[data-wide]]:max-w-[1480px]"
        >
          {children}
        </main>
      </div>
      <Palette dialog={palette} theme={theme} />
    </div>
  );
}
