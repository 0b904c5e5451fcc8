'use client';

import type { ReactNode } from 'react';
import { SparkLine } from '@/components/charts/spark-line';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { FieldName } from '@/lib/filter';
import { type GroupView, refusalsHref } from './group-view';

export interface GroupLine {
  group: GroupView;
  /** What it is, as a link to its page. */
  name: ReactNode;
  /** The cells of the columns of its own, in their order. */
  cells: readonly ReactNode[];
}

interface Props {
  caption: string;
  /** The head of the first column, then of the columns of its own. */
  head: string;
  more?: ReadonlyArray<{ label: string; right?: boolean }>;
  lines: readonly GroupLine[];
  field: FieldName;
  filter: string;
  utcOffsetMinutes: number;
}

/** Things found under a filter: how often, from when to when, and over time. */
export function GroupTable({ caption, head, more = [], lines, field, filter, utcOffsetMinutes }: Props) {
  const { t } = useWords();
  return (
    <Table caption={caption} hideCaption>
      <thead>
        <tr>
          <Th>{head}</Th>
          {more.map(({ label, right }) => (
            <Th key={label} right={right}>
              {label}
            </Th>
          ))}
          <Th right>{t('list.refusals')}</Th>
          <Th>{t('list.first')}</Th>
          <Th>{t('list.last')}</Th>
          <Th>{t('list.spark')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ group, name, cells }) => (
          <Row key={group.id}>
            <Td className="min-w-36">{name}</Td>
            {cells.map((cell, index) => (
              <Td key={index} right={more[index]?.right} className={more[index]?.right ? '' : 'min-w-36'}>
                {cell}
              </Td>
            ))}
            <Td right>
              <Count value={group.events} href={refusalsHref(filter, field, group.value)} />
            </Td>
            <Td>
              <Time at={group.first * 1000} utcOffsetMinutes={utcOffsetMinutes} />
            </Td>
            <Td>
              <Time at={group.last * 1000} utcOffsetMinutes={utcOffsetMinutes} />
            </Td>
            <Td>
              <SparkLine parts={group.spark} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
