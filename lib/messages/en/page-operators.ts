export const operatorsPage = {
  'page.operators.title': 'Operators',
} as const;
