import type { reportsPage as source } from '../en/page-reports';

export const reportsPage: Record<keyof typeof source, string> = {
  'reports.title': '報告書',
};
