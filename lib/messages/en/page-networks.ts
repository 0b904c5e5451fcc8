export const networksPage = {
  'page.networks.title': 'Networks',
} as const;
