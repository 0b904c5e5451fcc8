import type { searchPage as source } from '../en/page-search';

export const searchPage: Record<keyof typeof source, string> = {
  'page.search.title': '検索',
};
