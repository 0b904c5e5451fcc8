import { type EntityKind, type Graph, type GraphEdge, type GraphNode, type Message, message } from '@/lib/model';
import { type GraphIndex, KINDS, type RelationNode } from './relations';

/**
 * How many neighbours of one kind a node shows before it is expanded; the rest are its badge. A network
 * may have thousands of addresses, and a handful says as much; of an operator's networks one wants to
 * see them all.
 */
const HANDFUL: Readonly<Record<EntityKind, number>> = {
  template: 6,
  address: 6,
  network: 12,
  organisation: 12,
  contact: 6,
  phone: 6,
};

/** Each expansion brings at most so many more, and so many expansions are kept: a link stays readable. */
export const EXPANSION_LIMIT = 40;
export const MAX_EXPANSIONS = 20;

export interface NeighbourhoodOptions {
  /** Nodes shown before any expansion. */
  limit: number;
  /** Ids of expanded nodes, oldest first. */
  expanded?: readonly string[];
  /** The kinds to show; others are walked through and left out. All where absent. */
  kinds?: readonly EntityKind[];
  /** Steps from the centre before any expansion; as far as the limit allows where absent. */
  depth?: number;
}

/** A part of the graph, and what it is a part of. */
export interface Neighbourhood {
  graph: Graph;
  shown: number;
  /** Everything of these kinds that hangs together with the centre. */
  total: number;
  /** "N of M shown"; null where everything is. */
  notice: Message | null;
}

/**
 * One entity and its nearest: breadth first, of each node a handful a kind, up to the limit; then what
 * was expanded. The same arguments always give the same graph, and taking an expansion away takes away
 * exactly what it brought. Time is linear in the relations, the result is bounded by the limits.
 * @param centreId an unknown id gives an empty graph.
 */
export function neighbourhood(index: GraphIndex, centreId: string, options: NeighbourhoodOptions): Neighbourhood {
  const kinds = new Set(options.kinds ?? KINDS);
  const shown = new Set<string>();
  if (index.nodes.has(centreId)) {
    walk(index, centreId, kinds, options, shown);
    for (const id of (options.expanded ?? []).slice(0, MAX_EXPANSIONS)) expandInto(index, id, kinds, shown);
  }
  const graph = cutOut(index, shown, kinds);
  const total = countReachable(index, centreId, kinds);
  const notice = shown.size < total ? message('graph.capped', { shown: shown.size, total }) : null;
  return { graph, shown: shown.size, total, notice };
}

function isShown({ kind, id }: RelationNode, kinds: ReadonlySet<EntityKind>, centreId: string): boolean {
  return kinds.has(kind) || id === centreId;
}

function walk(
  index: GraphIndex,
  centreId: string,
  kinds: ReadonlySet<EntityKind>,
  { limit, depth = Number.POSITIVE_INFINITY }: NeighbourhoodOptions,
  shown: Set<string>,
): void {
  const visited = new Set([centreId]);
  const addresses = new Map<string, number>();
  let level = [centreId];
  shown.add(centreId);
  for (let step = 0; step < depth && level.length > 0; step++) {
    const next: string[] = [];
    for (const id of level) {
      const taken = new Map<EntityKind, number>();
      for (const neighbour of index.neighbours.get(id) ?? []) {
        const node = index.nodes.get(neighbour.id);
        if (!node) continue;
        const count = taken.get(node.kind) ?? 0;
        if (visited.has(node.id)) {
          if (shown.has(node.id)) taken.set(node.kind, count + 1);
          continue;
        }
        if (count >= HANDFUL[node.kind] || !fitsItsNetwork(index, node, addresses)) continue;
        if (isShown(node, kinds, centreId)) {
          if (shown.size >= limit) return;
          shown.add(node.id);
        }
        taken.set(node.kind, count + 1);
        visited.add(node.id);
        next.push(node.id);
      }
    }
    level = next;
  }
}

/** An address reached by its template still counts among its network's handful. */
function fitsItsNetwork(index: GraphIndex, node: RelationNode, addresses: Map<string, number>): boolean {
  if (node.kind !== 'address') return true;
  const network = index.neighbours.get(node.id)?.find(({ id }) => index.nodes.get(id)?.kind === 'network');
  if (!network) return true;
  const count = addresses.get(network.id) ?? 0;
  if (count >= HANDFUL.address) return false;
  addresses.set(network.id, count + 1);
  return true;
}

function expandInto(index: GraphIndex, id: string, kinds: ReadonlySet<EntityKind>, shown: Set<string>): void {
  if (!shown.has(id)) return;
  let added = 0;
  for (const neighbour of index.neighbours.get(id) ?? []) {
    if (added >= EXPANSION_LIMIT) return;
    const node = index.nodes.get(neighbour.id);
    if (!node || shown.has(node.id) || !kinds.has(node.kind)) continue;
    shown.add(node.id);
    added++;
  }
}

function cutOut(index: GraphIndex, shown: ReadonlySet<string>, kinds: ReadonlySet<EntityKind>): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const id of shown) {
    const node = index.nodes.get(id);
    if (!node) continue;
    let hidden = 0;
    for (const neighbour of index.neighbours.get(id) ?? []) {
      const kind = index.nodes.get(neighbour.id)?.kind;
      if (kind !== undefined && kinds.has(kind) && !shown.has(neighbour.id)) hidden++;
    }
    nodes.push({ ...node, hidden });
    for (const edge of index.edges.get(id) ?? []) if (shown.has(edge.to)) edges.push(edge);
  }
  return { nodes, edges };
}

function countReachable(index: GraphIndex, centreId: string, kinds: ReadonlySet<EntityKind>): number {
  if (!index.nodes.has(centreId)) return 0;
  const visited = new Set([centreId]);
  let total = 0;
  for (const id of visited) {
    const node = index.nodes.get(id);
    if (node && isShown(node, kinds, centreId)) total++;
    // A set hands out what is added while it is walked: this is the queue.
    for (const neighbour of index.neighbours.get(id) ?? []) visited.add(neighbour.id);
  }
  return total;
}
