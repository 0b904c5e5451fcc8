'use client';

import { useState } from 'react';
import type { ColumnLayout } from '@/lib/graph';
import type { EntityKind, Graph } from '@/lib/model';
import { GraphDrawing } from './graph-drawing';
import { GraphLegend } from './graph-legend';
import { GraphPanel } from './graph-panel';
import { type GraphPlace, graphHref } from './graph-href';

interface Props {
  graph: Graph;
  layout: ColumnLayout;
  place: GraphPlace;
  kinds: readonly EntityKind[];
  /** The node the URL selects; the panel shows the centre where it selects none. */
  selected: string | null;
}

/** The drawing with its legend above and the selected node's panel beside it, on narrow screens under it, never over it. */
export function GraphView({ graph, layout, place, kinds, selected: initial }: Props) {
  const [selected, setSelected] = useState(initial);
  const [zoom, setZoom] = useState(1);
  const select = (id: string): void => {
    setSelected(id);
    window.history.replaceState(null, '', graphHref(place.params, { selected: id }));
  };
  const node = graph.nodes.find(({ id }) => id === selected) ?? graph.nodes.find(({ id }) => id === place.centreId);
  return (
    <div
      data-wide
      className="grid grid-cols-[minmax(0,1fr)] gap-4 min-[1560px]:grid-cols-[minmax(0,1fr)_272px] min-[1560px]:gap-x-6"
    >
      <div className="min-[1560px]:col-span-2">
        <GraphLegend place={place} kinds={kinds} />
      </div>
      <GraphDrawing
        layout={layout}
        edges={graph.edges}
        place={place}
        selected={graph.nodes.some(({ id }) => id === selected) ? selected : null}
        onSelect={select}
        zoom={zoom}
        onZoom={setZoom}
      />
      {node ? <GraphPanel node={node} graph={graph} place={place} onSelect={select} /> : null}
    </div>
  );
}
