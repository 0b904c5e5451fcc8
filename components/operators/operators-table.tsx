'use client';

import { eventsHref } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import { Link } from '@/components/ui/link';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';
import { formatNumber, formatWeight } from '@/lib/messages';
import type { Standing, Verdict } from '@/lib/model';

export interface OperatorLine {
  publicId: string;
  name: string;
  score: number;
  standing: Standing;
  verdict: Verdict | null;
  current: boolean;
  events: number;
  organisations: number;
  seen: number;
  silent: number;
}

/** Operators, the surest first. */
export function OperatorsTable({ operators }: { operators: readonly OperatorLine[] }) {
  const { t, language } = useWords();
  return (
    <Table caption={t('page.operators.title')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.operators.column.name')}</Th>
          <Th>{t('page.operators.column.sure')}</Th>
          <Th right>{t('page.operators.column.refusals')}</Th>
          <Th right>{t('page.operators.column.seen')}</Th>
          <Th right>{t('page.operators.column.silent')}</Th>
          <Th right>{t('page.operators.column.organisations')}</Th>
          <Th className="pl-5">{t('page.operators.column.verdict')}</Th>
        </tr>
      </thead>
      <tbody>
        {operators.map((operator) => {
          const href = `/operators/${operator.publicId}`;
          return (
            <Row key={operator.publicId}>
              <Td className="min-w-52">
                <Link href={href} className="font-medium">
                  <bdi>
                    <Visible text={operator.name} />
                  </bdi>
                </Link>
                {operator.current ? null : <span className="ml-2 text-ink-3">{t('page.operators.gone.short')}</span>}
              </Td>
              <Td className="whitespace-nowrap">
                {t(`standing.${operator.standing}`)} <span className="text-ink-3">{formatWeight(operator.score)}</span>
              </Td>
              <Td right>
                <Count value={operator.events} href={eventsHref(['operator', idValue(operator.publicId)])} />
              </Td>
              <Td right>
                <Count value={operator.seen} href={`${href}#networks`} />
              </Td>
              <Td right>
                <Count value={operator.silent} href={`${href}#networks`} />
              </Td>
              <Td right>{formatNumber(operator.organisations, language)}</Td>
              <Td className="pl-5 whitespace-nowrap">
                <OperatorVerdict verdict={operator.verdict} />
              </Td>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

/** The person's word on an operator, or that there is none yet. */
export function OperatorVerdict({ verdict }: { verdict: Verdict | null }) {
  const { t } = useWords();
  if (verdict === null) return <span className="text-ink-3">{t('page.operators.open')}</span>;
  return (
    <span className={verdict === 'confirmed' ? 'font-medium text-seal' : 'text-ink-2'}>{t(`verdict.${verdict}`)}</span>
  );
}
