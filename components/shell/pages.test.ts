import { describe, expect, it } from 'vitest';
import { appliesFilter, PAGES, pageOf } from './pages';

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
  it('is applied by lists, and by the pages of what they list', () => {
    const lists = ['/events', '/addresses', '/templates', '/networks', '/operators', '/leaks', '/graph'];
    const things = [
      '/addresses/192.0.2.1',
      '/templates/3',
      '/networks/3',
      '/organisations/3',
      '/operators/x1',
      '/contacts/3',
    ];
    expect([...lists, ...things].filter((path) => !appliesFilter(path))).toEqual([]);
    expect(
      ['/', '/networks/as/64500', '/search', '/uploads', '/settings'].filter((path) => appliesFilter(path)),
    ).toEqual([]);
  });
});
