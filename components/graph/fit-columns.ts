import { type ColumnLayout, SPACING } from '@/lib/graph';

/** Columns nearer than this leave no room for the lines between them. */
const LEAST_GAP = 40;

/**
 * The layout with its columns as far apart as the width allows, at least {@link LEAST_GAP}; wider than
 * asked for where the labels need it.
 */
export function fitColumns(layout: ColumnLayout, width: number): ColumnLayout {
  const { columns } = layout;
  const gaps = Math.max(columns.length - 1, 0);
  const boxes = columns.reduce((sum, column) => sum + column.width, 0) + 2 * SPACING.margin;
  const gap = gaps === 0 ? 0 : Math.max(LEAST_GAP, Math.floor((width - boxes) / gaps));
  let x: number = SPACING.margin;
  const moved = new Map<number, number>();
  const placed = columns.map((column) => {
    moved.set(column.x, x);
    const at = { ...column, x };
    x += column.width + gap;
    return at;
  });
  return {
    ...layout,
    columns: placed,
    nodes: layout.nodes.map((node) => ({ ...node, x: moved.get(node.x) ?? node.x })),
    width: Math.max(width, boxes + gaps * gap),
  };
}
