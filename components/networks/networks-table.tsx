'use client';

import { eventsHref } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import { Link } from '@/components/ui/link';
import { SparkLine } from '@/components/charts/spark-line';
import { Chip } from '@/components/ui/chip';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import { RegistryName } from './registry-name';

export interface NetworkLine {
  id: number;
  registry: string;
  text: string;
  name: string | null;
  organisationId: number | null;
  organisation: string | null;
  events: number;
  addresses: number;
  detailed: boolean;
  /** When refusals came from it; where the list tells, null is "never". */
  activity?: { last: number; spark: readonly number[] } | null;
}

/** A stranger's name that leads to its organisation, or nothing where none is named. */
export function OrganisationLink({ id, name }: { id: number | null; name: string | null }) {
  if (id === null || name === null) return <span className="text-ink-3">–</span>;
  return (
    <Link href={`/organisations/${id}`}>
      <bdi>
        <Visible text={name} />
      </bdi>
    </Link>
  );
}

interface Props {
  caption: string;
  networks: readonly NetworkLine[];
  /** Of the log, minutes east of UTC; for lists that tell when refusals came. */
  utcOffsetMinutes?: number;
}

/** Networks with who holds them and what the log saw of them. */
export function NetworksTable({ caption, networks, utcOffsetMinutes = 0 }: Props) {
  const { t } = useWords();
  const dated = networks.some(({ activity }) => activity !== undefined);
  return (
    <Table caption={caption} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.networks.column.network')}</Th>
          <Th>{t('page.networks.column.organisation')}</Th>
          <Th>{t('page.networks.column.registry')}</Th>
          <Th right>{t('page.networks.column.addresses')}</Th>
          <Th right>{t('page.networks.column.refusals')}</Th>
          {dated ? (
            <>
              <Th>{t('list.last')}</Th>
              <Th>{t('list.spark')}</Th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {networks.map((network) => (
          <Row key={network.id}>
            <Td className="whitespace-nowrap">
              <Link href={`/networks/${network.id}`}>
                <Mono text={network.text} />
              </Link>{' '}
              {network.detailed ? null : <Chip>{t('page.networks.named-only')}</Chip>}
            </Td>
            <Td className="min-w-40">
              <OrganisationLink id={network.organisationId} name={network.organisation} />
            </Td>
            <Td className="text-ink-2">
              <RegistryName id={network.registry} />
            </Td>
            <Td right>
              {network.addresses === 0 ? (
                <span className="text-ink-3">{t('ui.not-seen')}</span>
              ) : (
                <Count value={network.addresses} href={`/networks/${network.id}#addresses`} />
              )}
            </Td>
            <Td right>
              <Count value={network.events} href={eventsHref(['net', idValue(network.id)])} ownFilter />
            </Td>
            {dated ? <Activity activity={network.activity ?? null} utcOffsetMinutes={utcOffsetMinutes} /> : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Activity({
  activity,
  utcOffsetMinutes,
}: {
  activity: NonNullable<NetworkLine['activity']> | null;
  utcOffsetMinutes: number;
}) {
  return (
    <>
      <Td>{activity ? <Time at={activity.last * 1000} utcOffsetMinutes={utcOffsetMinutes} /> : null}</Td>
      <Td>{activity ? <SparkLine parts={activity.spark} /> : null}</Td>
    </>
  );
}
