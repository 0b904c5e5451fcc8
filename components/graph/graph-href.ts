import { hrefWith, type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { collapseNode, expandNode, type GraphView, undoExpansion } from '@/lib/graph';

/** What a graph page's URL says of the view; `centreId` is resolved by the page. */
export interface GraphPlace extends GraphView {
  params: PageParams;
}

/** The page's URL with some of its parameters changed; null takes one out. */
export function graphHref(params: PageParams, change: Readonly<Record<string, string | null>>): string {
  return hrefWith('/graph', params, change);
}

/** Ids in a comma list of the URL, in their order. */
export function readIds(params: PageParams, name: string): string[] {
  const text = paramOf(params, name) ?? '';
  return text === '' ? [] : [...new Set(text.split(','))];
}

function withExpanded(place: GraphPlace, view: GraphView): string {
  return graphHref(place.params, { expanded: view.expanded.length === 0 ? null : view.expanded.join(',') });
}

/** The URL where this node is expanded; the same URL where it is already. */
export const expandHref = (place: GraphPlace, id: string): string => withExpanded(place, expandNode(place, id));

export const collapseHref = (place: GraphPlace, id: string): string => withExpanded(place, collapseNode(place, id));

/** The URL before the newest expansion; null where there is none. */
export const undoHref = (place: GraphPlace): string | null =>
  place.expanded.length === 0 ? null : withExpanded(place, undoExpansion(place));

/** The URL around another node, with nothing expanded. */
export const centreHref = (place: GraphPlace, id: string): string =>
  graphHref(place.params, { center: id, expanded: null, selected: null });
