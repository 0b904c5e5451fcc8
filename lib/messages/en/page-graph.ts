export const graphPage = {
  'graph.title': 'Graph',
} as const;
