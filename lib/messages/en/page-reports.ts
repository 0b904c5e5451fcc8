export const reportsPage = {
  'page.reports.title': 'Reports',
} as const;
