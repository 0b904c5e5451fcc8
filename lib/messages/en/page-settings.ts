export const settingsPage = {
  'page.settings.title': 'Settings',
} as const;
