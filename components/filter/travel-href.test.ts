import { describe, expect, it } from 'vitest';
import { dropFilterHref, filterOf, travelHref } from './travel-href';

const on = (url: string): [string, URLSearchParams] => {
  const { pathname, searchParams } = new URL(url, 'http://ringleader.example');
  return [pathname, searchParams];
};

describe('a link', () => {
  it.each([
    ['/networks', '/events?q=code%3A4xx&page=3', '/networks?q=code:4xx'],
    ['/networks/3#addresses', '/operators/x1?q=after%3A7d', '/networks/3?q=after:7d#addresses'],
    ['/graph?center=network:3', '/networks/3?q=code:4xx', '/graph?q=code:4xx&center=network:3'],
    ['/networks', '/events?q=org%3A%22A+%26+B%22', '/networks?q=org:%22A+%26+B%22'],
    // Pages that apply none keep it for the next one.
    ['/settings', '/events?q=code:4xx', '/settings?q=code:4xx'],
    ['/contacts/2', '/?q=code:4xx&offset=20', '/contacts/2?q=code:4xx'],
    // A search keeps it beside its question.
    ['/search?q=crimson', '/events?q=code:4xx', '/search?filter=code%3A4xx&q=crimson'],
    ['/networks/3', '/search?q=crimson&filter=code%3A4xx', '/networks/3?q=code:4xx'],
  ])('to %s on %s leads to %s', (href, page, expected) => {
    expect(travelHref(href, ...on(page))).toBe(expected);
  });

  it.each([
    ['/events?q=operator:%23x1', '/operators/x1?q=code:4xx'],
    ['#addresses', '/networks/3?q=code:4xx'],
    ['?view=table', '/graph?q=code:4xx'],
    ['https://mag.example/', '/networks/3?q=code:4xx'],
    ['/networks', '/events'],
    ['/networks', '/events?q=+'],
    ['/events', '/search?q=crimson'],
  ])('to %s on %s stays as it is', (href, page) => {
    expect(travelHref(href, ...on(page))).toBe(href);
  });
});

it('the filter of a page is dropped without the rest of its address', () => {
  expect(dropFilterHref(...on('/leaks?q=code:4xx&show=all'))).toBe('/leaks?show=all');
  expect(dropFilterHref(...on('/search?q=crimson&filter=code:4xx'))).toBe('/search?q=crimson');
  expect(dropFilterHref(...on('/uploads?q=code:4xx'))).toBe('/uploads');
  expect(filterOf(...on('/search?q=crimson'))).toBe('');
});
