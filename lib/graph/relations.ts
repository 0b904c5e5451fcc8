import type { EntityKind, GraphEdge, GraphNode } from '@/lib/model';

/** The kinds in the order of the chain of evidence: from what the log says to who answers the phone. */
export const KINDS: readonly EntityKind[] = ['template', 'address', 'network', 'organisation', 'contact', 'phone'];

/** An entity; which of its neighbours a view hides is not its own property. */
export type RelationNode = Omit<GraphNode, 'hidden'>;

/** Everything that could be shown, as plain data. Edges to entities that are not given are left out. */
export interface Relations {
  nodes: Iterable<RelationNode>;
  edges: Iterable<GraphEdge>;
}

export interface Neighbour {
  id: string;
  weight: number;
}

/** Relations made ready for walking. */
export interface GraphIndex {
  nodes: ReadonlyMap<string, RelationNode>;
  /** Each neighbour once, whatever the number of relations, nearest (by weight, then refusals) first. */
  neighbours: ReadonlyMap<string, readonly Neighbour[]>;
  edges: ReadonlyMap<string, readonly GraphEdge[]>;
}

/** `kind:key`, an entity's id in every graph. */
export function nodeId(kind: EntityKind, key: string | number): string {
  return `${kind}:${key}`;
}

/**
 * Indexes relations in one pass. The same relation told twice becomes one: the heavier weight counts,
 * and it is dashed only where every telling of it was pasted.
 */
export function indexRelations({ nodes, edges }: Relations): GraphIndex {
  const known = new Map<string, RelationNode>();
  for (const node of nodes) known.set(node.id, node);
  const distinct = new Map<string, GraphEdge>();
  for (const edge of edges) {
    if (edge.from === edge.to || !known.has(edge.from) || !known.has(edge.to)) continue;
    const key = `${edge.from}\n${edge.to}\n${edge.relation}`;
    const told = distinct.get(key);
    const weight = Math.max(edge.weight, told?.weight ?? 0);
    distinct.set(key, { ...edge, weight, pasted: edge.pasted && (told?.pasted ?? true) });
  }
  const outgoing = new Map<string, GraphEdge[]>();
  const weights = new Map<string, Map<string, number>>();
  for (const edge of distinct.values()) {
    const list = outgoing.get(edge.from);
    if (list) list.push(edge);
    else outgoing.set(edge.from, [edge]);
    addWeight(weights, edge.from, edge.to, edge.weight);
    addWeight(weights, edge.to, edge.from, edge.weight);
  }
  const neighbours = new Map<string, Neighbour[]>();
  const eventsOf = (id: string): number => known.get(id)?.events ?? 0;
  for (const [id, around] of weights) {
    const list = [...around].map(([other, weight]) => ({ id: other, weight, events: eventsOf(other) }));
    list.sort((a, b) => b.weight - a.weight || b.events - a.events || (a.id < b.id ? -1 : 1));
    neighbours.set(id, list);
  }
  return { nodes: known, neighbours, edges: outgoing };
}

/** Both directions of every edge, by id. */
export function listAround(edges: Iterable<readonly [string, string]>): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, string[]>();
  const add = (a: string, b: string): void => {
    const list = around.get(a);
    if (list) list.push(b);
    else around.set(a, [b]);
  };
  for (const [a, b] of edges) {
    add(a, b);
    add(b, a);
  }
  return around;
}

function addWeight(weights: Map<string, Map<string, number>>, from: string, to: string, weight: number): void {
  const around = weights.get(from);
  if (around) around.set(to, Math.max(weight, around.get(to) ?? 0));
  else weights.set(from, new Map([[to, weight]]));
}
