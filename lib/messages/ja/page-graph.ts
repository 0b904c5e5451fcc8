import type { graphPage as source } from '../en/page-graph';

export const graphPage: Record<keyof typeof source, string> = {
  'page.graph.title': '関係図',
};
