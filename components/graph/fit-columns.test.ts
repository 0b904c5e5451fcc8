import { expect, it } from 'vitest';
import { layoutColumns, SPACING } from '@/lib/graph';
import type { EntityKind, GraphNode } from '@/lib/model';
import { fitColumns } from './fit-columns';

const node = (kind: EntityKind, label: string): GraphNode => ({
  id: `${kind}:${label}`,
  kind,
  label,
  events: 1,
  hidden: 0,
  verdict: null,
  href: null,
});
const graph = {
  nodes: [node('address', '192.0.2.1'), node('network', '192.0.2.0/24'), node('contact', 'XY1JP')],
  edges: [],
};

function check(width: number, gap: number, expectedWidth: number): void {
  const { columns, nodes, width: drawn } = fitColumns(layoutColumns(graph, { width: 0, height: 0 }), width);
  for (const [i, column] of columns.entries()) {
    const next = columns[i + 1];
    if (next) expect(next.x - column.x - column.width).toBe(gap);
  }
  expect(nodes.map(({ x }) => x)).toEqual(columns.map(({ x }) => x));
  expect(drawn).toBe(expectedWidth);
}

it('uses the width there is', () => {
  const boxes = [9, 12, 5].reduce((sum, cells) => sum + Math.ceil(SPACING.shape + cells * SPACING.cell), 0);
  const margins = 2 * SPACING.margin;
  check(boxes + margins + 200, 100, boxes + margins + 200);
  check(0, 40, boxes + margins + 80);
});
