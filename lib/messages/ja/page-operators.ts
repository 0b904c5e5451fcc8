import type { operatorsPage as source } from '../en/page-operators';

export const operatorsPage: Record<keyof typeof source, string> = {
  'page.operators.title': '事業者',
};
