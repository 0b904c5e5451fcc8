'use client';

import { eventsHref } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
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

/** Networks with who holds them and what the log saw of them. */
export function NetworksTable({ caption, networks }: { caption: string; networks: readonly NetworkLine[] }) {
  const { t } = useWords();
  return (
    <Table caption={caption} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.networks.column.network')}</Th>
          <Th>{t('page.networks.column.organisation')}</Th>
          <Th>{t('page.networks.column.registry')}</Th>
          <Th right>{t('page.networks.column.addresses')}</Th>
          <Th right>{t('page.networks.column.refusals')}</Th>
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
              <Count value={network.events} href={eventsHref(['net', idValue(network.id)])} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
