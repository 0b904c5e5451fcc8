'use client';

import { Link } from '@/components/ui/link';
import { GroupTable } from '@/components/groups/group-table';
import { pageUnder } from '@/components/events/events-href';
import type { GroupView } from '@/components/groups/group-view';
import { useWords } from '@/components/ui/language';
import { Visible } from '@/components/ui/visible';
import { formatWeight } from '@/lib/messages';
import type { Standing, Verdict } from '@/lib/model';
import { OperatorVerdict } from './operators-table';

interface Props {
  operators: ReadonlyArray<{
    group: GroupView;
    operator: { publicId: string; name: string; score: number; standing: Standing; verdict: Verdict | null };
  }>;
  filter: string;
  utcOffsetMinutes: number;
}

/** The operators behind what a filter found. */
export function FoundOperatorsTable({ operators, filter, utcOffsetMinutes }: Props) {
  const { t } = useWords();
  return (
    <GroupTable
      caption={t('page.operators.title')}
      head={t('page.operators.column.name')}
      more={[{ label: t('page.operators.column.sure') }, { label: t('page.operators.column.verdict') }]}
      field="operator"
      lines={operators.map(({ group, operator }) => ({
        group,
        name: (
          <Link href={pageUnder(`/operators/${operator.publicId}`, filter)} className="font-medium">
            <bdi>
              <Visible text={operator.name} />
            </bdi>
          </Link>
        ),
        cells: [
          <span key="sure" className="whitespace-nowrap">
            {t(`standing.${operator.standing}`)} <span className="text-ink-3">{formatWeight(operator.score)}</span>
          </span>,
          <OperatorVerdict key="verdict" verdict={operator.verdict} />,
        ],
      }))}
      {...{ filter, utcOffsetMinutes }}
    />
  );
}
