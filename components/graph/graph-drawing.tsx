'use client';

import { Link } from '@/components/ui/link';
import { useRouter } from 'next/navigation';
import { type MouseEvent, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';
import { type ColumnLayout, type PlacedNode, SPACING } from '@/lib/graph';
import { formatNumber } from '@/lib/messages';
import type { GraphEdge } from '@/lib/model';
import { expandHref, type GraphPlace, graphHref } from './graph-href';
import { KindShape, shapeSize, VerdictRing } from './kind-shape';
import { shortLabel } from './short-label';
import { useDragToScroll } from './use-drag-to-scroll';
import { useScrollTo } from './use-scroll-to';

interface Props {
  layout: ColumnLayout;
  edges: readonly GraphEdge[];
  place: GraphPlace;
  selected: string | null;
  onSelect: (id: string) => void;
  zoom: number;
  onZoom: (zoom: number) => void;
}

const ZOOMS = [0.75, 1, 1.5, 2, 3] as const;

/** The graph as a drawing: it scrolls in its own box by pointer, wheel and arrow keys, and zooms by `+` and `-`. */
export function GraphDrawing({ layout, edges, place, selected, onSelect, zoom, onZoom }: Props) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useDragToScroll(box);
  useScrollTo(box, layout, selected ?? place.centreId);
  const step = (by: 1 | -1): void => {
    const next = ZOOMS[ZOOMS.findIndex((known) => known === zoom) + by];
    if (next !== undefined) onZoom(next);
  };
  const near = new Set(edges.flatMap(({ from, to }) => (from === selected ? [to] : to === selected ? [from] : [])));
  const places = new Map(layout.nodes.map((placed) => [placed.node.id, placed]));
  return (
    <div>
      <div
        ref={box}
        role="group"
        tabIndex={0}
        aria-label={t('page.graph.drawing')}
        className="cursor-grab overflow-auto border border-line bg-sheet active:cursor-grabbing"
        style={{ maxHeight: '70vh' }}
        onKeyDown={(event) => {
          if (event.key !== '+' && event.key !== '-') return;
          event.preventDefault();
          step(event.key === '+' ? 1 : -1);
        }}
      >
        <svg
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          style={{ width: `${zoom * 100}%`, minWidth: layout.width * 0.85 * zoom, display: 'block' }}
          role="group"
          aria-label={t('page.graph.drawing')}
        >
          {layout.columns.map(({ kind, x, count }) => (
            <text key={kind} x={x} y={26} fontSize={11.5} fill="var(--ink-3)">
              {t(`graph.kind.${kind}`)} {count}
            </text>
          ))}
          {edges.map((edge) => (
            <Edge
              key={`${edge.from} ${edge.relation} ${edge.to}`}
              edge={edge}
              a={places.get(edge.from)}
              b={places.get(edge.to)}
              state={selected === null ? 'plain' : edge.from === selected || edge.to === selected ? 'lit' : 'faded'}
            />
          ))}
          {layout.nodes.map((placed) => (
            <Node
              key={placed.node.id}
              placed={placed}
              place={place}
              isSelected={placed.node.id === selected}
              isFaded={selected !== null && placed.node.id !== selected && !near.has(placed.node.id)}
              onSelect={onSelect}
            />
          ))}
        </svg>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <Button onClick={() => step(-1)} disabled={zoom === ZOOMS[0]}>
          {t('page.graph.smaller')}
        </Button>
        <Button onClick={() => step(1)} disabled={zoom === ZOOMS.at(-1)}>
          {t('page.graph.larger')}
        </Button>
        <span className="ml-2 text-s text-ink-3 max-md:hidden">{t('page.graph.hint')}</span>
        <span className="text-s text-ink-3 md:hidden">
          <Link href={graphHref(place.params, { view: 'table' })}>{t('page.graph.as-table')}</Link>
        </span>
      </div>
    </div>
  );
}

type EdgeState = 'plain' | 'lit' | 'faded';

function Edge({ edge, a, b, state }: { edge: GraphEdge; a?: PlacedNode; b?: PlacedNode; state: EdgeState }) {
  if (!a || !b) return null;
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  const from = { x: left.x + left.width + 6, y: left.y };
  const to = { x: right.x, y: right.y };
  // Two of one column are tied by an arc at its left side.
  const bend = left.x === right.x ? -28 : (to.x - from.x) / 2;
  const start = left.x === right.x ? to.x : from.x;
  return (
    <path
      d={`M${start} ${from.y}C${start + bend} ${from.y} ${to.x - (left.x === right.x ? 28 : bend)} ${to.y} ${to.x} ${to.y}`}
      fill="none"
      stroke={state === 'lit' ? 'var(--ink)' : 'var(--line-2)'}
      strokeWidth={0.75 + edge.weight * 1.25}
      strokeDasharray={edge.pasted ? '5 4' : undefined}
      opacity={state === 'faded' ? 0.35 : 1}
    />
  );
}

interface NodeProps {
  placed: PlacedNode;
  place: GraphPlace;
  isSelected: boolean;
  isFaded: boolean;
  onSelect: (id: string) => void;
}

function Node({ placed: { node, x, y, width }, place, isSelected, isFaded, onSelect }: NodeProps) {
  const { t, language } = useWords();
  const router = useRouter();
  const size = shapeSize(node.events);
  const select = (event: MouseEvent): void => {
    // A link to the same view for those without scripts, and for opening in another tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onSelect(node.id);
  };
  const label = t('page.graph.node', {
    kind: t(`graph.kind.${node.kind}`),
    label: node.label,
    events: node.events,
    hidden: node.hidden,
  });
  return (
    <a
      href={graphHref(place.params, { selected: node.id })}
      aria-label={label}
      aria-current={isSelected ? 'true' : undefined}
      style={{ opacity: isFaded ? 0.45 : 1 }}
      onClick={select}
      onDoubleClick={() => router.push(expandHref(place, node.id), { scroll: false })}
      className="no-underline"
    >
      <title>{label}</title>
      <rect
        x={x - 2}
        y={y - SPACING.row / 2 + 3}
        width={width + 9}
        height={SPACING.row - 6}
        rx={5}
        fill={isSelected ? 'var(--sunk)' : 'var(--sheet)'}
        fillOpacity={isSelected ? 1 : 0.85}
        stroke={isSelected ? 'var(--focus)' : 'none'}
        strokeWidth={2}
      />
      <g transform={`translate(${x + SPACING.shape / 2} ${y})`}>
        <VerdictRing verdict={node.verdict} size={size} />
        <KindShape kind={node.kind} size={size} />
      </g>
      <text
        x={x + SPACING.shape + 2}
        y={y + 4.5}
        fontSize={12.5}
        fill="var(--ink)"
        className={node.kind === 'organisation' ? 'font-sans' : 'font-mono'}
      >
        {shortLabel(node.kind, node.label)}
      </text>
      {node.hidden > 0 ? (
        <text x={x + width - 2} y={y + 4} fontSize={11} textAnchor="end" fill="var(--ink-2)">
          +{formatNumber(node.hidden, language)}
        </text>
      ) : null}
    </a>
  );
}
