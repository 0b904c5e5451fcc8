export const registriesPage = {
  'page.registries.title': 'Registries',
} as const;
