import type { networksPage as source } from '../en/page-networks';

export const networksPage: Record<keyof typeof source, string> = {
  'page.networks.title': 'ネットワーク',
};
