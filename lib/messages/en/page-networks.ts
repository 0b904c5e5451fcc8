export const networksPage = {
  'networks.title': 'Networks',
} as const;
