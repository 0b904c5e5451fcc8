import { describe, expect, it } from 'vitest';
import { message } from '@/lib/model';
import {
  addresses,
  crimson,
  edge,
  entity,
  harbor,
  hm,
  networks,
  phone,
  relations,
  template,
  xy,
} from './fixtures/sample-case';
import { neighbourhood } from './neighbourhood';
import { indexRelations } from './relations';
import { collapseNode, expandNode, undoExpansion } from './view';

const index = indexRelations(relations);
const labels = (nodes: ReadonlyArray<{ label: string }>): string[] => nodes.map(({ label }) => label);

describe('indexRelations', () => {
  it('makes one of a relation told twice, and leaves out what leads nowhere', () => {
    const a = entity('contact', 'A');
    const b = entity('phone', 'B');
    const stranger = entity('phone', 'C');
    const { edges } = indexRelations({
      nodes: [a, b],
      edges: [
        { ...edge(a, 'has-phone', b, 0.2), pasted: true },
        edge(a, 'has-phone', b, 0.6),
        edge(a, 'has-phone', stranger),
        edge(a, 'names', a),
      ],
    });
    expect([...edges.values()]).toEqual([[edge(a, 'has-phone', b, 0.6)]]);
  });
});

describe('neighbourhood', () => {
  it('shows the whole sample case from either company', () => {
    for (const centre of [crimson, harbor]) {
      const { graph, shown, total, notice } = neighbourhood(index, centre.id, { limit: 60 });
      expect(labels(graph.nodes).sort()).toEqual(
        labels([template, ...addresses, ...networks, crimson, harbor, xy, hm, phone]).sort(),
      );
      expect([shown, total, notice]).toEqual([19, 19, null]);
      expect(graph.edges).toHaveLength(6 + 6 + 7 + 7 + 7 + 2 + 2);
      expect(graph.nodes.every(({ hidden }) => hidden === 0)).toBe(true);
    }
  });

  it('takes the nearest first, and says of how many', () => {
    const { graph, notice } = neighbourhood(index, phone.id, { limit: 4 });
    expect(labels(graph.nodes)).toEqual(['+81 3 5550 0100', 'HM77001JP', 'XY12345JP', '198.18.120.0/23']);
    expect(graph.nodes.map(({ hidden }) => hidden)).toEqual([0, 1, 6, 1]);
    expect(notice).toEqual(message('graph.capped', { shown: 4, total: 19 }));
  });

  it('goes as many steps as asked', () => {
    const { graph } = neighbourhood(index, phone.id, { limit: 60, depth: 1 });
    expect(labels(graph.nodes)).toEqual(['+81 3 5550 0100', 'HM77001JP', 'XY12345JP']);
  });

  it('leaves kinds out without losing what lies behind them', () => {
    const { graph, shown, total } = neighbourhood(index, crimson.id, { limit: 60, kinds: ['organisation', 'phone'] });
    expect(labels(graph.nodes)).toEqual(['Crimson Relay Co., Ltd.', '+81 3 5550 0100', 'Harbor Mail Inc.']);
    expect([shown, total]).toEqual([3, 3]);
    expect(graph.nodes.map(({ hidden }) => hidden)).toEqual([0, 0, 0]);
  });

  it('gives nothing of what it does not know', () => {
    expect(neighbourhood(index, 'address:192.0.2.1', { limit: 9, expanded: [xy.id] })).toEqual({
      graph: { nodes: [], edges: [] },
      shown: 0,
      total: 0,
      notice: null,
    });
  });
});

describe('a network of many addresses', () => {
  const block = entity('network', '198.18.0.0/15', 900);
  const sender = entity('template', 'b{digits}@mag.example', 900);
  const many = Array.from({ length: 90 }, (_, i) => entity('address', `198.18.0.${i}`, i));
  const other = entity('template', 'news@mag.example', 7);
  const crowd = indexRelations({
    nodes: [block, sender, other, ...many],
    edges: [
      ...many.flatMap((address) => [edge(address, 'lies-in', block), edge(sender, 'sent', address)]),
      ...[...many.slice(0, 5), ...many.slice(-1)].map((address) => edge(other, 'sent', address)),
    ],
  });
  const view = { centreId: block.id, expanded: [] };
  const show = (expanded: readonly string[]) => neighbourhood(crowd, block.id, { limit: 60, expanded });

  it('folds into a handful, the busiest, also by way of a template', () => {
    const { graph, shown, total } = show([]);
    expect(labels(graph.nodes)).toEqual([
      block.label,
      ...[89, 88, 87, 86, 85, 84].map((i) => `198.18.0.${i}`),
      sender.label,
      other.label,
    ]);
    expect(graph.nodes[0]?.hidden).toBe(84);
    expect([shown, total]).toEqual([9, 93]);
  });

  it('opens by forty and folds again', () => {
    const opened = expandNode(view, block.id);
    expect(show(opened.expanded)).toMatchObject({ shown: 49, total: 93 });
    expect(show(opened.expanded).graph.nodes[0]?.hidden).toBe(44);
    expect(show(collapseNode(opened, block.id).expanded)).toEqual(show([]));
    expect(undoExpansion(opened)).toEqual(view);
  });

  it('does not open what is not there', () => {
    expect(show(['network:192.0.2.0/24', 'address:198.18.0.1'])).toEqual(show([]));
  });

  it('keeps views as they are where there is nothing to do', () => {
    const opened = expandNode(view, block.id);
    expect(expandNode(opened, block.id)).toBe(opened);
    expect(collapseNode(view, block.id)).toBe(view);
    expect(undoExpansion(view)).toBe(view);
    const full = { centreId: 'a', expanded: Array.from({ length: 20 }, (_, i) => `${i}`) };
    expect(expandNode(full, 'b')).toBe(full);
  });
});

describe('fifty thousand nodes', () => {
  it('gives a bounded part and says so', () => {
    const hub = entity('organisation', 'Hub');
    const blocks = Array.from({ length: 5_000 }, (_, i) => entity('network', `block ${i}`, i));
    const inside = blocks.flatMap((block, i) =>
      Array.from({ length: 9 }, (_, j) => ({ block, address: entity('address', `${i}.${j}`, j) })),
    );
    const large = indexRelations({
      nodes: [hub, ...blocks, ...inside.map(({ address }) => address)],
      edges: [
        ...blocks.map((block) => edge(block, 'held-by', hub)),
        ...inside.map(({ address, block }) => edge(address, 'lies-in', block)),
      ],
    });
    const plain = neighbourhood(large, hub.id, { limit: 60 });
    expect(plain.notice).toEqual(message('graph.capped', { shown: 60, total: 50_001 }));
    expect(plain.graph.nodes[0]).toMatchObject({ label: 'Hub', hidden: 4_988 });
    const busiest = blocks.slice(-30).map(({ id }) => id);
    const show = (count: number) =>
      neighbourhood(large, hub.id, { limit: 60, expanded: [hub.id, ...busiest].slice(0, count) });
    expect(show(1).shown).toBe(100);
    expect(show(20).shown).toBeGreaterThan(show(19).shown);
    expect(show(31)).toEqual(show(20));
  });
});
