export const registriesPage = {
  'registries.title': 'Registries',
} as const;
