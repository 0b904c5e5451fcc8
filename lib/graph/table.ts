import type { Graph, GraphEdge, GraphNode } from '@/lib/model';
import { KINDS } from './relations';

/** One relation as a row: the graph for those who read rather than look. */
export interface RelationRow {
  from: GraphNode;
  relation: GraphEdge['relation'];
  to: GraphNode;
  weight: number;
  pasted: boolean;
}

/** All relations of a graph, along the chain of evidence, then by label. */
export function asTable(graph: Graph): RelationRow[] {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const rows = graph.edges.flatMap(({ from, to, relation, weight, pasted }) => {
    const source = byId.get(from);
    const target = byId.get(to);
    return source && target ? [{ from: source, relation, to: target, weight, pasted }] : [];
  });
  return rows.sort(
    (a, b) => compareNodes(a.from, b.from) || compareText(a.relation, b.relation) || compareNodes(a.to, b.to),
  );
}

function compareNodes(a: GraphNode, b: GraphNode): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareText(a.label, b.label) || compareText(a.id, b.id);
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
