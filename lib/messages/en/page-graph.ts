export const graphPage = {
  'page.graph.title': 'Graph',
} as const;
