import { type GraphPlace, readIds } from '@/components/graph/graph-href';
import { fitColumns } from '@/components/graph/fit-columns';
import { shortLabel } from '@/components/graph/short-label';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { readOperatorCentre, readRelations, readSurestOperator } from '@/lib/db/read/graph';
import { indexRelations, KINDS, layoutColumns, neighbourhood } from '@/lib/graph';

/** Nodes before any expansion. */
const LIMIT = 40;
/** What a page of 1280 px has room for. */
const WIDTH = 1018;

/** The node a URL's `center` names; without one the surest operator's. Null where there is nothing to draw. */
function findCentre(params: PageParams): string | null {
  const asked = paramOf(params, 'center');
  const operator = asked === undefined ? readSurestOperator() : /^operator:(.+)$/.exec(asked)?.[1];
  if (operator) return readOperatorCentre(operator);
  return asked ?? null;
}

/** What the graph page shows, as plain data; null where its centre does not exist. */
export async function loadGraph(params: PageParams) {
  const centreId = findCentre(params);
  if (centreId === null) return null;
  const { nodes, edges, capped } = await readRelations(centreId);
  const index = indexRelations({ nodes, edges });
  if (!index.nodes.has(centreId)) return null;
  const named = readIds(params, 'kinds');
  const chosen = KINDS.filter((kind) => named.includes(kind));
  const kinds = chosen.length > 0 ? chosen : KINDS;
  const place: GraphPlace = { params, centreId, expanded: readIds(params, 'expanded') };
  const { graph, shown, total, notice } = neighbourhood(index, centreId, {
    limit: LIMIT,
    expanded: place.expanded,
    kinds,
  });
  // Placed by the labels that are drawn; the nodes keep their whole ones.
  const whole = new Map(graph.nodes.map((node) => [node.id, node]));
  const drawn = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, label: shortLabel(node.kind, node.label) })) };
  const layout = fitColumns(layoutColumns(drawn, { width: 0, height: 320 }), WIDTH);
  return {
    ...{ graph, place, kinds, notice, capped, shown, total },
    layout: {
      ...layout,
      nodes: layout.nodes.map((placed) => ({ ...placed, node: whole.get(placed.node.id) ?? placed.node })),
    },
    centre: whole.get(centreId),
    selected: paramOf(params, 'selected') ?? null,
  };
}
