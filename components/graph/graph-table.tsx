'use client';

import { Link } from '@/components/ui/link';
import { Chip } from '@/components/ui/chip';
import { useWords } from '@/components/ui/language';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { asTable } from '@/lib/graph';
import type { Graph, GraphNode } from '@/lib/model';
import { centreHref, type GraphPlace } from './graph-href';
import { NodeLabel } from './graph-panel';

/** The graph for those who read rather than look: one relation a row. */
export function GraphTable({ graph, place }: { graph: Graph; place: GraphPlace }) {
  const { t } = useWords();
  const end = (node: GraphNode) => (
    <>
      <Link href={node.href ?? centreHref(place, node.id)}>
        <NodeLabel node={node} />
      </Link>
      <span className="block text-xs text-ink-3">{t(`graph.kind.${node.kind}`)}</span>
    </>
  );
  return (
    <Table caption={t('page.graph.table')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.graph.column.from')}</Th>
          <Th>{t('page.graph.column.relation')}</Th>
          <Th>{t('page.graph.column.to')}</Th>
        </tr>
      </thead>
      <tbody>
        {asTable(graph).map(({ from, relation, to, pasted }) => (
          <Row key={`${from.id} ${relation} ${to.id}`}>
            <Td>{end(from)}</Td>
            <Td className="text-ink-2">
              {t(`graph.relation.${relation}`)} {pasted ? <Chip dashed>{t('source.pasted')}</Chip> : null}
            </Td>
            <Td>{end(to)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
