import { expect, it } from 'vitest';
import { neighbourPages, readListPage } from './list-page';

it.each([
  [undefined, 0],
  ['1', 0],
  ['3', 100],
  ['0', 0],
  ['-2', 0],
  ['1e3', 0],
  ['9999999', 0],
])('?page=%s begins at %d', (page, offset) => {
  expect(readListPage({ page })).toEqual({ limit: 50, offset });
});

it('keeps the rest of the URL and says where the list ends', () => {
  const params = { sort: 'range', page: '2' };
  const links = (total: number) => neighbourPages('/networks', params, readListPage(params), total);
  expect(links(101)).toEqual({ previousHref: '/networks?sort=range', nextHref: '/networks?sort=range&page=3' });
  expect(links(100).nextHref).toBeNull();
});
