import type { leaksPage as source } from '../en/page-leaks';

export const leaksPage: Record<keyof typeof source, string> = {
  'page.leaks.title': '漏えい元',
};
