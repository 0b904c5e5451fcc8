import type { reportsPage as source } from '../en/page-reports';

export const reportsPage: Record<keyof typeof source, string> = {
  'page.reports.title': '報告書',
};
