import type { EntityKind, Graph, GraphNode } from '@/lib/model';
import { orderColumns } from './order-columns';
import { placeRows } from './place-rows';
import { KINDS, listAround } from './relations';

/** Pixels of the drawing; the component draws by the same. */
export const SPACING = {
  row: 40,
  head: 40,
  margin: 16,
  /** Between two columns at least, for the edges. */
  gap: 44,
  /** The shape in front of a label, with its distance. */
  shape: 32,
  /** "+12" behind it. */
  badge: 44,
  /** One cell of a label; a wide character takes two. */
  cell: 7.5,
  /** Longer labels are to be shortened in the middle. */
  maxCells: 34,
} as const;

/** A node's box: the shape's centre is at (x + shape / 2, y), the label runs to x + width. */
export interface PlacedNode {
  node: GraphNode;
  x: number;
  y: number;
  width: number;
}

export interface ColumnHead {
  kind: EntityKind;
  x: number;
  width: number;
  count: number;
}

/** At least as large as asked for; larger where the nodes need it. */
export interface ColumnLayout {
  nodes: readonly PlacedNode[];
  columns: readonly ColumnHead[];
  width: number;
  height: number;
}

/**
 * Lays a graph out in columns, in the order of the chain of evidence: template, address, network,
 * organisation, contact, phone. Rows are {@link SPACING.row} apart and columns as wide as their widest
 * label, so that no two boxes overlap. Deterministic.
 * @param size the room there is, in pixels.
 */
export function layoutColumns(graph: Graph, size: { width: number; height: number }): ColumnLayout {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const present = KINDS.filter((kind) => graph.nodes.some((node) => node.kind === kind));
  const ordered = orderColumns({
    columns: present.map((kind) => graph.nodes.filter((node) => node.kind === kind).map(({ id }) => id)),
    edges: graph.edges.map(({ from, to }) => [from, to] as const),
  });
  const longest = Math.max(0, ...ordered.map((ids) => ids.length));
  const height = Math.max(size.height, SPACING.head + longest * SPACING.row + 2 * SPACING.margin);
  const rows = alignRows(ordered, graph, height);
  const { heads, width } = placeColumns(ordered, present, byId, size.width);
  const nodes: PlacedNode[] = [];
  for (const [column, ids] of ordered.entries()) {
    for (const id of ids) {
      const node = byId.get(id);
      const head = heads[column];
      if (node && head) nodes.push({ node, x: head.x, y: rows.get(id) ?? 0, width: boxWidth(node) });
    }
  }
  return { nodes, columns: heads, width, height };
}

function placeColumns(
  columns: ReadonlyArray<readonly string[]>,
  kinds: readonly EntityKind[],
  byId: ReadonlyMap<string, GraphNode>,
  available: number,
): { heads: ColumnHead[]; width: number } {
  const widths = columns.map((ids) =>
    Math.max(...ids.map((id) => byId.get(id)).map((node) => (node ? boxWidth(node) : 0))),
  );
  const boxes = widths.reduce((sum, width) => sum + width, 0);
  const gaps = Math.max(columns.length - 1, 0);
  const needed = boxes + gaps * SPACING.gap + 2 * SPACING.margin;
  const width = Math.max(available, needed);
  const gap = SPACING.gap + (gaps > 0 ? Math.floor((width - needed) / gaps) : 0);
  const heads: ColumnHead[] = [];
  let x = SPACING.margin;
  for (const [i, kind] of kinds.entries()) {
    const own = widths[i] ?? 0;
    heads.push({ kind, x, width: own, count: columns[i]?.length ?? 0 });
    x += own + gap;
  }
  return { heads, width };
}

/** The longest column stands evenly; the others line up with what they are tied to, outwards from it. */
function alignRows(columns: ReadonlyArray<readonly string[]>, graph: Graph, height: number): Map<string, number> {
  const top = SPACING.head + SPACING.margin + SPACING.row / 2;
  const bottom = height - SPACING.margin - SPACING.row / 2;
  const around = listAround(graph.edges.map(({ from, to }) => [from, to] as const));
  const rows = new Map<string, number>();
  const anchor = columns.reduce((best, ids, i) => (ids.length > (columns[best]?.length ?? 0) ? i : best), 0);
  const outwards = [...columns.keys()].sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor) || a - b);
  for (const column of outwards) {
    const ids = columns[column] ?? [];
    const wishes = ids.map((id, i) => {
      const placed = (around.get(id) ?? []).flatMap((other) => rows.get(other) ?? []);
      if (placed.length > 0) return placed.reduce((sum, y) => sum + y, 0) / placed.length;
      return (top + bottom) / 2 + (i - (ids.length - 1) / 2) * SPACING.row * 1.25;
    });
    for (const [i, y] of placeRows(wishes, SPACING.row, top, bottom).entries()) {
      const id = ids[i];
      if (id !== undefined) rows.set(id, y);
    }
  }
  return rows;
}

function boxWidth({ label, hidden }: GraphNode): number {
  const cells = Math.min(countCells(label), SPACING.maxCells);
  return Math.ceil(SPACING.shape + cells * SPACING.cell + (hidden > 0 ? SPACING.badge : 0));
}

/** Wide (CJK, full-width) characters take two cells. */
function countCells(text: string): number {
  let cells = 0;
  for (const char of text) {
    cells += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char)
      ? 2
      : 1;
    if (cells >= SPACING.maxCells) return SPACING.maxCells;
  }
  return cells;
}
