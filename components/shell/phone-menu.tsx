'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useWords } from '@/components/ui/language';
import { PageLinks } from './page-links';
import type { Counts } from './pages';

/** On phones: the rail as a menu that opens downwards. Esc, a tap elsewhere and arriving somewhere close it. */
export function PhoneMenu({ counts }: { counts: Counts }) {
  const { t } = useWords();
  const pathname = usePathname();
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    box.current?.removeAttribute('open');
  }, [pathname]);

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) box.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, []);

  return (
    <details
      ref={box}
      className="group md:hidden"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.removeAttribute('open');
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary className="flex min-h-10 list-none items-center rounded-m border border-line-2 bg-sheet px-3 text-s font-medium [&::-webkit-details-marker]:hidden">
        {t('nav.menu')}
      </summary>
      <nav
        aria-label={t('nav.title')}
        className="absolute inset-x-0 top-full z-10 max-h-[80dvh] overflow-y-auto border-y border-line-2 bg-sheet px-3 py-3"
      >
        <PageLinks counts={counts} roomy />
      </nav>
    </details>
  );
}
