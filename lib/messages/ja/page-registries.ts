import type { registriesPage as source } from '../en/page-registries';

export const registriesPage: Record<keyof typeof source, string> = {
  'page.registries.title': '登録機関',
};
