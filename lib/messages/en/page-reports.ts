export const reportsPage = {
  'reports.title': 'Reports',
} as const;
