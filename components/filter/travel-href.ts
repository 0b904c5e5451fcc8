import { pageUnder } from '@/components/events/events-href';

/** On this page `q` is a question; the filter stands beside it. */
const SEARCH = '/search';

const nameOn = (path: string): string => (path === SEARCH ? 'filter' : 'q');

/**
 * The filter that a page of ours has or keeps for other pages, as the address bar says it; '' where there is none.
 * @param search the parameters of the address bar
 */
export function filterOf(pathname: string, search: URLSearchParams): string {
  return search.get(nameOn(pathname))?.trim() ?? '';
}

/**
 * Where a link leads from a page under a filter: the filter, and the time range in it, goes along. What says a filter
 * of its own, and what is no page of ours (`#part`, `mailto:`), stays as it is.
 * @param href the page without the filter of the page it stands on, with or without parameters and a part
 */
export function travelHref(href: string, pathname: string, search: URLSearchParams): string {
  const filter = filterOf(pathname, search);
  if (filter === '' || !href.startsWith('/')) return href;
  const [whole = '', ...part] = href.split('#');
  const [path = '', ...rest] = whole.split('?');
  const query = rest.join('?');
  if (new URLSearchParams(query).has(nameOn(path))) return href;
  const under = path === SEARCH ? `${path}?${new URLSearchParams({ filter }).toString()}` : pageUnder(path, filter);
  return [query === '' ? under : `${under}&${query}`, ...part].join('#');
}

/** This page without the filter; all else of the address stays. */
export function dropFilterHref(pathname: string, search: URLSearchParams): string {
  const params = new URLSearchParams(search);
  params.delete(nameOn(pathname));
  return params.size > 0 ? `${pathname}?${params.toString()}` : pathname;
}
