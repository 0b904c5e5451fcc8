'use client';

import { Link } from '@/components/ui/link';
import { GroupTable } from '@/components/groups/group-table';
import { pageUnder } from '@/components/events/events-href';
import type { GroupView } from '@/components/groups/group-view';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { type NetworkLine, OrganisationLink } from './networks-table';

interface Props {
  networks: ReadonlyArray<{ group: GroupView; network: NetworkLine }>;
  filter: string;
  utcOffsetMinutes: number;
}

/** Networks among what a filter found, and who holds them. */
export function FoundNetworksTable({ networks, filter, utcOffsetMinutes }: Props) {
  const { t } = useWords();
  return (
    <GroupTable
      caption={t('page.networks.title')}
      head={t('page.networks.column.network')}
      more={[{ label: t('page.networks.column.organisation') }]}
      field="net"
      lines={networks.map(({ group, network }) => ({
        group,
        name: (
          <Link href={pageUnder(`/networks/${network.id}`, filter)}>
            <Mono text={network.text} />
          </Link>
        ),
        cells: [<OrganisationLink key="organisation" id={network.organisationId} name={network.organisation} />],
      }))}
      {...{ filter, utcOffsetMinutes }}
    />
  );
}
