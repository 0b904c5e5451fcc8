import type { MessageKey } from '@/lib/messages';

/** Numbers beside the names of pages; none and zero show nothing. */
export type Counts = Partial<
  Record<
    'findings' | 'operators' | 'networks' | 'events' | 'blockLists' | 'reports' | 'leaks' | 'uploads' | 'waiting',
    number
  >
>;

export interface Page {
  href: string;
  name: MessageKey;
  /** The letter behind `g` that leads here. */
  letter: string;
  count?: keyof Counts;
}

/** The pages of the rail, in its groups. */
export const PAGE_GROUPS: ReadonlyArray<readonly Page[]> = [
  [
    { href: '/', name: 'nav.findings', letter: 'f', count: 'findings' },
    { href: '/operators', name: 'nav.operators', letter: 'o', count: 'operators' },
    { href: '/networks', name: 'nav.networks', letter: 'n', count: 'networks' },
    { href: '/events', name: 'nav.events', letter: 'e', count: 'events' },
    { href: '/graph', name: 'nav.graph', letter: 'g' },
  ],
  [
    { href: '/block-lists', name: 'nav.block-lists', letter: 'b', count: 'blockLists' },
    { href: '/reports', name: 'nav.reports', letter: 'r', count: 'reports' },
    { href: '/leaks', name: 'nav.leaks', letter: 'l', count: 'leaks' },
  ],
  [
    { href: '/uploads', name: 'nav.uploads', letter: 'u', count: 'uploads' },
    { href: '/registries', name: 'nav.registries', letter: 'i', count: 'waiting' },
    { href: '/settings', name: 'nav.settings', letter: 's' },
  ],
];

export const PAGES: readonly Page[] = PAGE_GROUPS.flat();

/** The page of the rail that a path belongs to: an operator's page belongs to Operators. */
export function pageOf(pathname: string): Page | undefined {
  return PAGES.find(({ href }) =>
    href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`),
  );
}
