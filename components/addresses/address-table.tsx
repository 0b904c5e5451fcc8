'use client';

import { Link } from '@/components/ui/link';
import { GroupTable } from '@/components/groups/group-table';
import { pageUnder } from '@/components/events/events-href';
import type { GroupView } from '@/components/groups/group-view';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import { addressHref } from './address-href';

/** Whose an address is, in plain data. */
export interface OwnerView {
  networkId: number;
  network: string;
  organisationId: number | null;
  organisation: string | null;
  operatorId: string | null;
  operator: string | null;
}

interface Props {
  addresses: ReadonlyArray<{ group: GroupView; owner: OwnerView | null }>;
  filter: string;
  utcOffsetMinutes: number;
}

/** Addresses that were refused, and whose they are. */
export function AddressTable({ addresses, filter, utcOffsetMinutes }: Props) {
  const { t } = useWords();
  return (
    <GroupTable
      caption={t('page.addresses.title')}
      head={t('page.addresses.address')}
      more={[{ label: t('page.addresses.who') }]}
      field="ip"
      lines={addresses.map(({ group, owner }) => ({
        group,
        name: (
          <Link href={pageUnder(addressHref(group.label), filter)}>
            <Mono text={group.label} />
          </Link>
        ),
        cells: [owner ? <Owner key="owner" owner={owner} /> : <Nobody key="nobody" />],
      }))}
      {...{ filter, utcOffsetMinutes }}
    />
  );
}

function Nobody() {
  const { t } = useWords();
  return <span className="text-ink-3">{t('page.addresses.nobody')}</span>;
}

function Owner({ owner: { networkId, network, organisationId, organisation } }: { owner: OwnerView }) {
  if (organisationId !== null && organisation !== null)
    return (
      <Link href={`/organisations/${organisationId}`} title={network}>
        <bdi>
          <Visible text={organisation} />
        </bdi>
      </Link>
    );
  return (
    <Link href={`/networks/${networkId}`}>
      <Mono text={network} />
    </Link>
  );
}
