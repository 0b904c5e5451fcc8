'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import { formatNumber } from '@/lib/messages';

export interface BlockListLine {
  publicId: string;
  createdMs: number;
  utcOffsetMinutes: number;
  operator: string;
  prefixes: number;
  addresses: number;
  refused: number;
}

/** Block lists, the newest first. */
export function BlockListsTable({ lists }: { lists: readonly BlockListLine[] }) {
  const { t, language } = useWords();
  return (
    <Table caption={t('page.block-lists.title')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.block-lists.column.made')}</Th>
          <Th>{t('kind.operator')}</Th>
          <Th right>{t('page.block-lists.column.prefixes')}</Th>
          <Th right>{t('page.block-lists.column.addresses')}</Th>
          <Th right>{t('page.block-lists.column.refused')}</Th>
        </tr>
      </thead>
      <tbody>
        {lists.map((list) => (
          <Row key={list.publicId}>
            <Td>
              <Link href={`/block-lists/${list.publicId}`}>
                <Time at={list.createdMs} utcOffsetMinutes={list.utcOffsetMinutes} />
              </Link>
            </Td>
            <Td className="min-w-40">
              <bdi>
                <Visible text={list.operator} />
              </bdi>
            </Td>
            <Td right>{formatNumber(list.prefixes, language)}</Td>
            <Td right>{formatNumber(list.addresses, language)}</Td>
            <Td right>{formatNumber(list.refused, language)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
