'use client';

import { Link } from '@/components/ui/link';
import { LinkButton } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import type { Graph, GraphNode } from '@/lib/model';
import { centreHref, collapseHref, expandHref, graphHref, type GraphPlace } from './graph-href';
import { shortLabel } from './short-label';

interface Props {
  node: GraphNode;
  graph: Graph;
  place: GraphPlace;
  onSelect: (id: string) => void;
}

/** Ties listed in the panel; the drawing and the table have them all. */
const MOST_TIES = 12;

/** What the selected node is, what ties it, and where to go from it. */
export function GraphPanel({ node, graph, place, onSelect }: Props) {
  const { t } = useWords();
  const isExpanded = place.expanded.includes(node.id);
  return (
    <section
      aria-label={t('page.graph.panel')}
      className="border-t border-ink pt-4 min-[1560px]:max-h-[70vh] min-[1560px]:overflow-y-auto min-[1560px]:pt-3"
    >
      <p className="text-s text-ink-3">{t(`graph.kind.${node.kind}`)}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-l font-semibold">
          <NodeLabel node={node} />
        </h2>
        {node.verdict ? <Chip dashed={node.verdict === 'rejected'}>{t(`verdict.${node.verdict}`)}</Chip> : null}
      </div>
      <p className="mt-1 text-ink-2">
        {t('page.graph.panel.events', { events: node.events })}{' '}
        {node.hidden > 0 ? t('page.graph.panel.hidden', { hidden: node.hidden }) : null}
      </p>
      <Ties node={node} graph={graph} place={place} onSelect={onSelect} />
      <div className="mt-4 flex flex-wrap gap-1.5">
        {node.href ? <LinkButton href={node.href}>{t('page.graph.open')}</LinkButton> : null}
        {isExpanded ? (
          <LinkButton href={collapseHref(place, node.id)} scroll={false}>
            {t('page.graph.collapse')}
          </LinkButton>
        ) : node.hidden > 0 ? (
          <LinkButton href={expandHref(place, node.id)} scroll={false}>
            {t('page.graph.expand')}
          </LinkButton>
        ) : null}
        {node.id === place.centreId ? null : (
          <LinkButton href={centreHref(place, node.id)}>{t('page.graph.centre')}</LinkButton>
        )}
      </div>
    </section>
  );
}

/** A node's whole label: names as text, everything else in mono. */
export function NodeLabel({ node }: { node: Pick<GraphNode, 'kind' | 'label'> }) {
  if (node.kind !== 'organisation') return <Mono text={node.label} />;
  return (
    <bdi>
      <Visible text={node.label} />
    </bdi>
  );
}

function Ties({ node, graph, place, onSelect }: Props) {
  const { t } = useWords();
  const byId = new Map(graph.nodes.map((other) => [other.id, other]));
  const ties = graph.edges.filter(({ from, to }) => from === node.id || to === node.id);
  return (
    <ul className="mt-3 columns-1 gap-x-8 text-s md:columns-2 min-[1560px]:columns-1">
      {ties.slice(0, MOST_TIES).map(({ from, to, relation, pasted }) => {
        const [subject, object] = [byId.get(from), byId.get(to)];
        if (!subject || !object) return null;
        const end = (other: GraphNode) =>
          other.id === node.id ? (
            <NodeLabel node={{ kind: other.kind, label: shortLabel(other.kind, other.label) }} />
          ) : (
            <button
              type="button"
              className="underline decoration-line-2 underline-offset-3 hover:decoration-current"
              onClick={() => onSelect(other.id)}
            >
              <NodeLabel node={other} />
            </button>
          );
        return (
          <li key={`${from} ${relation} ${to}`} className="break-inside-avoid border-b border-line py-1">
            {end(subject)} <span className="text-ink-3">{t(`graph.relation.${relation}`)}</span> {end(object)}{' '}
            {pasted ? <Chip dashed>{t('source.pasted')}</Chip> : null}
          </li>
        );
      })}
      {ties.length > MOST_TIES ? (
        <li className="py-1 text-ink-3">
          <Link href={graphHref(place.params, { view: 'table' })}>
            {t('page.graph.panel.more', { count: ties.length - MOST_TIES })}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
