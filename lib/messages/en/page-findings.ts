export const findingsPage = {
  'findings.title': 'Findings',
} as const;
