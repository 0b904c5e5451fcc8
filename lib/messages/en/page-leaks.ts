export const leaksPage = {
  'page.leaks.title': 'Leaks',
} as const;
