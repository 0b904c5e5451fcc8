import type { Metadata } from 'next';
import { connection } from 'next/server';
import { AddressTable } from '@/components/addresses/address-table';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { PageHeader } from '@/components/ui/headings';
import { readAddressOwners } from '@/lib/db/read/addresses';
import { FilterBar } from '../filter-bar';
import { FoundFrame } from '../found-frame';
import { loadFound, loadGroups } from '../load-groups';
import { getUi } from '../ui';

const PATH = '/addresses';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.addresses.title') };
}

export default async function AddressesPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const list = await loadFound(params);
  const groups = list.found && loadGroups(list.found.matches, 'ip', params);
  const owners = readAddressOwners(groups?.groups.map(({ id }) => id) ?? []);
  return (
    <>
      <PageHeader
        title={t('page.addresses.title')}
        lead={
          groups
            ? t(list.text === '' ? 'page.addresses.lead' : 'page.addresses.lead-filtered', {
                total: groups.total,
                events: list.found?.matches.length ?? 0,
              })
            : t('page.events.lead-searching')
        }
      />
      <FilterBar path={PATH} params={params} />
      <FoundFrame path={PATH} params={params} list={list} groups={groups}>
        <AddressTable
          addresses={(groups?.groups ?? []).map((group) => ({ group, owner: owners.get(group.id) ?? null }))}
          filter={list.text}
          utcOffsetMinutes={groups?.utcOffsetMinutes ?? 0}
        />
      </FoundFrame>
    </>
  );
}
