import { describe, expect, it } from 'vitest';
import { crimson, edge, entity, relations } from './fixtures/sample-case';
import { type ColumnLayout, layoutColumns, SPACING } from './layout-columns';
import { neighbourhood } from './neighbourhood';
import { countCrossings, orderColumns } from './order-columns';
import { placeRows } from './place-rows';
import { indexRelations } from './relations';
import { asTable } from './table';

const SIZE = { width: 1200, height: 480 };
const { graph } = neighbourhood(indexRelations(relations), crimson.id, { limit: 60 });

/** Pairs of boxes that share a pixel. */
function overlaps({ nodes }: ColumnLayout): string[] {
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b) => {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= SPACING.row;
      return apart ? [] : [`${a.node.label} / ${b.node.label}`];
    }),
  );
}

describe('layoutColumns', () => {
  const layout = layoutColumns(graph, SIZE);

  it('stands in the order of the chain of evidence', () => {
    expect(layout.columns.map(({ kind, count }) => [kind, count])).toEqual([
      ['template', 1],
      ['address', 6],
      ['network', 7],
      ['organisation', 2],
      ['contact', 2],
      ['phone', 1],
    ]);
    expect(layout.columns.every(({ x }, i) => x > (layout.columns[i - 1]?.x ?? 0))).toBe(true);
  });

  it('lets nothing overlap or leave the drawing', () => {
    expect(overlaps(layout)).toEqual([]);
    for (const { x, y, width } of layout.nodes) {
      expect(x).toBeGreaterThanOrEqual(SPACING.margin);
      expect(x + width).toBeLessThanOrEqual(layout.width);
      expect(y).toBeGreaterThanOrEqual(SPACING.head + SPACING.row / 2);
      expect(y).toBeLessThanOrEqual(layout.height - SPACING.row / 2);
    }
  });

  it('puts what belongs together side by side', () => {
    const column = (kind: string): Array<[string, number]> =>
      layout.nodes.filter(({ node }) => node.kind === kind).map(({ node, y }) => [node.label, y]);
    expect(
      column('network')
        .map(([label]) => label)
        .slice(-2),
    ).toEqual(['198.18.120.0/23', '203.0.113.16/28']);
    expect(column('organisation').map(([label]) => label)).toEqual(['Crimson Relay Co., Ltd.', 'Harbor Mail Inc.']);
    const addressRows = column('address').map(([, y]) => y);
    expect(column('template')[0]?.[1]).toBe((Math.min(...addressRows) + Math.max(...addressRows)) / 2);
  });

  it('crosses as little as can be: once, since both contacts are named on two networks', () => {
    const columns = layout.columns.map(({ kind }) =>
      layout.nodes.filter(({ node }) => node.kind === kind).map(({ node }) => node.id),
    );
    expect(countCrossings({ columns, edges: graph.edges.map(({ from, to }) => [from, to]) })).toBe(1);
  });

  it('is the same every time', () => {
    expect(layoutColumns(graph, SIZE)).toEqual(layout);
  });

  it('grows where the room is too small, and takes the room it is given', () => {
    const small = layoutColumns(graph, { width: 100, height: 100 });
    expect(overlaps(small)).toEqual([]);
    expect(small.height).toBe(SPACING.head + 7 * SPACING.row + 2 * SPACING.margin);
    expect(small.width).toBeGreaterThan(900);
    expect([layoutColumns(graph, { width: 3000, height: 900 })].map(({ width, height }) => [width, height])).toEqual([
      [3000, 900],
    ]);
  });

  it('holds hundreds of long names apart', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      ...entity('network', `${i} ${'網'.repeat(80)}`),
      hidden: 3,
    }));
    const holder = { ...entity('organisation', 'x'.repeat(80)), hidden: 0 };
    const crowd = { nodes: [holder, ...many], edges: many.map((node) => edge(node, 'held-by', holder)) };
    expect(overlaps(layoutColumns(crowd, SIZE))).toEqual([]);
  });

  it('draws nothing of nothing', () => {
    expect(layoutColumns({ nodes: [], edges: [] }, SIZE)).toEqual({ nodes: [], columns: [], ...SIZE });
  });
});

describe('orderColumns', () => {
  it('takes crossings out', () => {
    const edges = [
      ['a', 'z'],
      ['b', 'y'],
      ['c', 'x'],
    ] as const;
    const columns = [
      ['a', 'b', 'c'],
      ['x', 'y', 'z'],
    ];
    expect(countCrossings({ columns, edges })).toBe(3);
    expect(orderColumns({ columns, edges })).toEqual([
      ['a', 'b', 'c'],
      ['z', 'y', 'x'],
    ]);
  });

  it('keeps the order where nothing crosses', () => {
    const columns = [['a', 'b'], ['x']];
    expect(orderColumns({ columns, edges: [['a', 'x']] })).toEqual(columns);
  });
});

describe('placeRows', () => {
  it.each([
    ['wishes that do not collide', [10, 60, 200], [10, 60, 200]],
    ['two that collide stand around their mean', [100, 100], [80, 120]],
    ['a pile', [100, 100, 100, 101], [40, 80, 120, 160]],
    ['none above the top', [-50, -40], [0, 40]],
    ['none below the bottom', [400, 500], [260, 300]],
    ['nobody', [], []],
  ])('%s', (_why, wishes, expected) => {
    expect(placeRows(wishes, 40, 0, 300)).toEqual(expected);
  });
});

describe('asTable', () => {
  it('reads along the chain of evidence', () => {
    const rows = asTable(graph).map(({ from, relation, to }) => `${from.label} ${relation} ${to.label}`);
    expect(rows).toHaveLength(graph.edges.length);
    expect(rows[0]).toBe('rainbow+err{digits}@*.mag.example sent 198.18.51.40');
    expect(rows[6]).toBe('198.18.51.40 lies-in 198.18.32.0/19');
    expect(rows.slice(12, 15)).toEqual([
      '198.18.120.0/23 held-by Harbor Mail Inc.',
      '198.18.120.0/23 names HM77001JP',
      '198.18.120.0/23 names XY12345JP',
    ]);
    expect(rows.at(-1)).toBe('XY12345JP referred 203.0.113.16/28');
  });
});
