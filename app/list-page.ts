import { hrefWith, type PageParams, paramOf } from '@/components/evidence/evidence-refs';

/** Which part of a list a URL asks for: `?page=2`, 1-based. */
export interface ListPage {
  limit: number;
  offset: number;
}

/** Reads `?page=`; what is no page number is the first page. */
export function readListPage(params: PageParams, limit = 50): ListPage {
  const text = paramOf(params, 'page') ?? '';
  const page = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
  return { limit, offset: (page - 1) * limit };
}

/** The URLs of the pages before and after this one, null where there is none; all else of the URL stays. */
export function neighbourPages(
  path: string,
  params: PageParams,
  { limit, offset }: ListPage,
  total: number,
): { previousHref: string | null; nextHref: string | null } {
  const page = offset / limit + 1;
  const to = (number: number): string => hrefWith(path, params, { page: number === 1 ? null : String(number) });
  return {
    previousHref: page > 1 ? to(page - 1) : null,
    nextHref: offset + limit < total ? to(page + 1) : null,
  };
}
