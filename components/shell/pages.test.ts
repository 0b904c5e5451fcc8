import { describe, expect, it } from 'vitest';
import { appliesFilter, hrefFrom, PAGES, pageOf } from './pages';

describe('the pages of the rail', () => {
  it('have a letter each', () => {
    expect(new Set(PAGES.map(({ letter }) => letter)).size).toBe(PAGES.length);
  });

  it.each([
    ['/', '/'],
    ['/operators/x1', '/operators'],
    ['/operatorsx', undefined],
    ['/search', undefined],
    ['/addresses/192.0.2.1', '/addresses'],
  ])('%s belongs to %s', (pathname, href) => {
    expect(pageOf(pathname)?.href).toBe(href);
  });
});

describe('the filter', () => {
  const lead = (href: string, pathname: string, search: string): string => {
    const page = PAGES.find((page) => page.href === href);
    if (!page) throw new Error(href);
    return hrefFrom(page, pathname, new URLSearchParams(search));
  };

  it.each([
    ['/networks', '/events', 'q=code%3A4xx&page=3', '/networks?q=code%3A4xx'],
    ['/templates', '/networks/12', 'q=after%3A7d', '/templates?q=after%3A7d'],
    ['/graph', '/leaks', 'q=org%3A%22A+B%22', '/graph?q=org%3A%22A+B%22'],
    // Pages that know none, none to take along, and a search, which is no filter.
    ['/settings', '/events', 'q=code%3A4xx', '/settings'],
    ['/networks', '/events', 'q=+', '/networks'],
    ['/events', '/search', 'q=crimson', '/events'],
  ])('goes along to %s from %s?%s', (href, pathname, search, expected) => {
    expect(lead(href, pathname, search)).toBe(expected);
  });

  it('is applied by lists, and by the pages of what they list', () => {
    const lists = ['/events', '/addresses', '/templates', '/networks', '/operators', '/leaks', '/graph'];
    const things = ['/addresses/192.0.2.1', '/templates/3', '/networks/3', '/organisations/3', '/operators/x1'];
    expect([...lists, ...things].filter((path) => !appliesFilter(path))).toEqual([]);
    expect(['/', '/contacts/3', '/search', '/uploads', '/settings'].filter((path) => appliesFilter(path))).toEqual([]);
  });
});
