export const settingsPage = {
  'settings.title': 'Settings',
} as const;
