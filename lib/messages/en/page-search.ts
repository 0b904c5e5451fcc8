export const searchPage = {
  'page.search.title': 'Search',
} as const;
