import type { findingsPage as source } from '../en/page-findings';

export const findingsPage: Record<keyof typeof source, string> = {
  'page.findings.title': '所見',
};
