export type EntityKind = 'template' | 'address' | 'network' | 'organisation' | 'contact' | 'phone';

export interface GraphNode {
  /** `kind:key`, stable across calls. */
  id: string;
  kind: EntityKind;
  label: string;
  /** Refusals behind it. */
  events: number;
  /** Neighbours that are not in this graph. */
  hidden: number;
  verdict: 'confirmed' | 'rejected' | null;
  /** The entity's own page. */
  href: string | null;
}

export interface GraphEdge {
  from: string;
  to: string;
  /** What ties them, e.g. `lies-in`, `held-by`, `names`, `referred`, `phone`, `sent`. */
  relation: 'lies-in' | 'held-by' | 'names' | 'referred' | 'has-phone' | 'sent';
  weight: number;
  /** Pasted by hand, or from an offline source: drawn dashed. */
  pasted: boolean;
}

export interface Graph {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}
