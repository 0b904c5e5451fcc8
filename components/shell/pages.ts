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
  /** It shows what a filter (`?q=`) finds. */
  filtered?: boolean;
}

/** The pages of the rail, in its groups. */
export const PAGE_GROUPS: ReadonlyArray<readonly Page[]> = [
  [
    { href: '/', name: 'nav.findings', letter: 'f', count: 'findings' },
    { href: '/operators', name: 'nav.operators', letter: 'o', count: 'operators', filtered: true },
    { href: '/networks', name: 'nav.networks', letter: 'n', count: 'networks', filtered: true },
    { href: '/addresses', name: 'nav.addresses', letter: 'a', filtered: true },
    { href: '/templates', name: 'nav.templates', letter: 't', filtered: true },
    { href: '/events', name: 'nav.events', letter: 'e', count: 'events', filtered: true },
    { href: '/graph', name: 'nav.graph', letter: 'g', filtered: true },
  ],
  [
    { href: '/block-lists', name: 'nav.block-lists', letter: 'b', count: 'blockLists' },
    { href: '/reports', name: 'nav.reports', letter: 'r', count: 'reports' },
    { href: '/leaks', name: 'nav.leaks', letter: 'l', count: 'leaks', filtered: true },
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

/** Pages below these show one thing under a filter, too; what an AS announces is no list of refusals. */
const FILTERED_BELOW = [
  '/addresses/',
  '/templates/',
  '/networks/',
  '/organisations/',
  '/operators/',
  '/contacts/',
] as const;

/** True where `?q=` of this path is a filter that the page applies. */
export function appliesFilter(pathname: string): boolean {
  return (
    PAGES.some(({ href, filtered }) => filtered === true && href === pathname) ||
    (FILTERED_BELOW.some((head) => pathname.startsWith(head)) && !pathname.startsWith('/networks/as/'))
  );
}
