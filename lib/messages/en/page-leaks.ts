export const leaksPage = {
  'leaks.title': 'Leaks',
} as const;
