export const operatorsPage = {
  'operators.title': 'Operators',
} as const;
