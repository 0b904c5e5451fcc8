import { parseFilter } from '@/lib/filter';
import type { EntityKind, GraphEdge, GraphNode } from '@/lib/model';
import { one } from '../connection';
import { explore } from './explore';
import { KINDS, parseNodeId, readNodes } from './graph/nodes';
import { type Key, STEPS } from './graph/steps';

/** Entities and what ties them, around one of them. */
export interface Relations {
  nodes: Array<Omit<GraphNode, 'hidden'>>;
  edges: GraphEdge[];
  /** True where there is more than was read. */
  capped: boolean;
}

/** Nodes read at most: far more than a person looks at, little enough for one request. */
const MOST_NODES = 1500;

/** How much a relation says about one hand behind two things; a sender can be forged, a registry entry less so. */
const WEIGHTS = { 'lies-in': 1, 'held-by': 1, names: 0.7, referred: 0.7, 'has-phone': 0.6, sent: 0.25 } as const;

/**
 * Reads what hangs together with one entity, breadth first, up to {@link MOST_NODES}.
 * @param centre `kind:key` as in {@link GraphNode}.
 */
export async function readRelations(centre: string): Promise<Relations> {
  const start = parseNodeId(centre);
  if (!start) return { nodes: [], edges: [], capped: false };
  const { matches } = await explore(parseFilter('').filter, 0, { whole: true });
  const found = new Map(KINDS.map((kind) => [kind, new Set<Key>(kind === start.kind ? [start.key] : [])]));
  const edges: GraphEdge[] = [];
  let frontier = new Map<EntityKind, Key[]>([[start.kind, [start.key]]]);
  let count = 1;
  let capped = false;
  while (frontier.size > 0 && count < MOST_NODES) {
    const next = new Map<EntityKind, Key[]>();
    for (const step of STEPS) {
      const keys = frontier.get(step.from);
      const known = found.get(step.to);
      if (!keys || !known) continue;
      const { ties, whole } = step.find(keys, matches);
      if (!whole) capped = true;
      for (const { a, b, pasted } of ties) {
        const [from, to] = step.forward
          ? [`${step.from}:${a}`, `${step.to}:${b}`]
          : [`${step.to}:${b}`, `${step.from}:${a}`];
        edges.push({ from, to, relation: step.relation, weight: WEIGHTS[step.relation], pasted });
        if (known.has(b)) continue;
        known.add(b);
        next.set(step.to, next.get(step.to) ?? []);
        next.get(step.to)?.push(b);
        count++;
      }
    }
    frontier = next;
  }
  const nodes = KINDS.flatMap((kind) => readNodes(kind, found.get(kind) ?? new Set(), matches));
  return { nodes, edges, capped: capped || frontier.size > 0 };
}

/** The member an operator's graph is drawn around: the organisation with most refusals, else its network. */
export function readOperatorCentre(publicId: string): string | null {
  const row = one<{ organisationId: number | null; networkId: number | null }>(
    `SELECT m.organisationId, m.networkId FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId
     WHERE p.publicId = ? AND m.verdict IS NULL
     ORDER BY (SELECT coalesce(sum(d.events), 0) FROM Address d JOIN Network n ON n.id = d.networkId
       WHERE n.organisationId = m.organisationId OR n.id = m.networkId) DESC, m.id LIMIT 1`,
    publicId,
  );
  if (!row) return null;
  return row.organisationId !== null ? `organisation:${row.organisationId}` : `network:${row.networkId}`;
}

/** The public id of the surest operator that nobody rejected; null where there is none. */
export function readSurestOperator(): string | null {
  return (
    one<{ publicId: string }>(
      `SELECT publicId FROM Operator WHERE coalesce(verdict, '') <> 'rejected' ORDER BY score DESC, id LIMIT 1`,
    )?.publicId ?? null
  );
}
