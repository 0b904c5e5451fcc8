'use client';

import { Link } from '@/components/ui/link';
import { usePathname } from 'next/navigation';
import { useWords } from '@/components/ui/language';
import { formatCompact } from '@/lib/messages';
import { type Counts, type Page, PAGE_GROUPS, pageOf } from './pages';

/** The links to all pages with their counts: the rail's content, and the menu's on phones. */
export function PageLinks({ counts, roomy = false }: { counts: Counts; roomy?: boolean }) {
  const { t, language } = useWords();
  const pathname = usePathname();
  const active = pageOf(pathname);
  const labelOf = (page: Page, value: number | undefined): string | undefined => {
    if (value === undefined) return undefined;
    if (page.count === 'waiting') return `${t(page.name)}, ${t('nav.waiting', { count: value })}`;
    return t('nav.count', { name: t(page.name), count: value });
  };
  return PAGE_GROUPS.map((group, index) => (
    <ul key={group[0]?.href} className={index > 0 ? 'mt-2.5 border-t border-line pt-2.5' : ''}>
      {group.map((page) => {
        const value = page.count && counts[page.count];
        const shown = value || undefined;
        return (
          <li key={page.href}>
            <Link
              href={page.href}
              aria-current={page === active ? 'page' : undefined}
              aria-label={labelOf(page, shown)}
              className={`flex items-baseline justify-between gap-2 rounded-m px-2 text-ink-2 no-underline hover:text-ink aria-[current=page]:bg-sunk aria-[current=page]:font-medium aria-[current=page]:text-ink ${roomy ? 'py-2.5 text-m' : 'py-[5px] text-[14px]'}`}
            >
              {t(page.name)}
              {shown === undefined ? null : (
                <span className="text-xs font-normal text-ink-3">{formatCompact(shown, language)}</span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  ));
}
