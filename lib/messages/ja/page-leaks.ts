import type { leaksPage as source } from '../en/page-leaks';

export const leaksPage: Record<keyof typeof source, string> = {
  'leaks.title': '漏えい元',
};
