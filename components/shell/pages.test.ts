import { describe, expect, it } from 'vitest';
import { PAGES, pageOf } from './pages';

describe('the pages of the rail', () => {
  it('have a letter each', () => {
    expect(new Set(PAGES.map(({ letter }) => letter)).size).toBe(PAGES.length);
  });

  it.each([
    ['/', '/'],
    ['/operators/x1', '/operators'],
    ['/operatorsx', undefined],
    ['/search', undefined],
  ])('%s belongs to %s', (pathname, href) => {
    expect(pageOf(pathname)?.href).toBe(href);
  });
});
