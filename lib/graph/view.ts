import { MAX_EXPANSIONS } from './neighbourhood';

/** What a link to a graph says: where it stands and what was opened, oldest first. */
export interface GraphView {
  centreId: string;
  expanded: readonly string[];
}

/** The view with one node more expanded; unchanged where it is already, or where too many are. */
export function expandNode(view: GraphView, id: string): GraphView {
  if (view.expanded.includes(id) || view.expanded.length >= MAX_EXPANSIONS) return view;
  return { ...view, expanded: [...view.expanded, id] };
}

/** The view without that expansion; what was opened from it goes with it, having no place to stand. */
export function collapseNode(view: GraphView, id: string): GraphView {
  return view.expanded.includes(id) ? { ...view, expanded: view.expanded.filter((other) => other !== id) } : view;
}

/** The view before the newest expansion; unchanged where there is none. */
export function undoExpansion(view: GraphView): GraphView {
  return view.expanded.length === 0 ? view : { ...view, expanded: view.expanded.slice(0, -1) };
}
