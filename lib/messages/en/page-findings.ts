export const findingsPage = {
  'page.findings.title': 'Findings',
} as const;
