import type { Metadata } from 'next';
import { connection } from 'next/server';
import { hrefWith, type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { SPARK_PARTS } from '@/components/groups/group-view';
import { ListChoices } from '@/components/networks/list-choices';
import { ListPager } from '@/components/networks/list-pager';
import { FoundNetworksTable } from '@/components/networks/found-networks-table';
import { type NetworkLine, NetworksTable } from '@/components/networks/networks-table';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { readGroupsOf } from '@/lib/db/read/explore';
import { type NetworkPage, readNetworks } from '@/lib/db/read/networks';
import { FilterBar } from '../filter-bar';
import { FoundFrame } from '../found-frame';
import { neighbourPages, readListPage } from '../list-page';
import { type FoundList, loadFound, loadGroups, offsetOf } from '../load-groups';
import { getUi } from '../ui';
import { describeNetworks } from './found-networks';

const PATH = '/networks';
const SHOWS = ['all', 'seen', 'silent'] as const satisfies ReadonlyArray<NetworkPage['show']>;
const SORTS = ['refusals', 'range'] as const satisfies ReadonlyArray<NetworkPage['sort']>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.networks.title') };
}

export default async function NetworksPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const list = await loadFound(params);
  if (list.text !== '') return <FoundNetworks list={list} params={params} />;
  const show = SHOWS.find((known) => known === paramOf(params, 'show')) ?? 'all';
  const sort = SORTS.find((known) => known === paramOf(params, 'sort')) ?? 'refusals';
  const page = readListPage(params);
  const { networks, total, counts } = readNetworks({ sort, show, ...page });
  if (counts.all === 0) {
    return (
      <Empty
        heading
        title={t('page.networks.empty.title')}
        sentence={t('page.networks.empty.body')}
        command="npm run -s cli -- registry add answers.txt"
        action={<LinkButton href="/registries">{t('page.networks.empty.paste')}</LinkButton>}
      />
    );
  }
  const seen =
    list.found &&
    readGroupsOf(
      list.found.matches,
      'net',
      networks.map(({ id }) => id),
      SPARK_PARTS,
    );
  const activities = new Map(seen?.map((group) => [group.id, group]));
  // Nothing is said of when while that is not known.
  const activityOf = (id: number): Pick<NetworkLine, 'activity'> =>
    seen ? { activity: activities.get(id) ?? null } : {};
  const href = (name: string, value: string, usual: string): string =>
    hrefWith(PATH, params, { [name]: value === usual ? null : value, page: null });
  return (
    <>
      <PageHeader title={t('page.networks.title')} lead={t('page.networks.lead')} />
      <FilterBar path={PATH} params={params} kept={[]} />
      <div className="mt-5 mb-4 flex flex-wrap justify-between gap-x-8 gap-y-2">
        <ListChoices
          label={t('page.networks.show')}
          choices={SHOWS.map((value) => ({
            href: href('show', value, 'all'),
            label: t(`page.networks.show.${value}`, { count: counts[value] }),
            chosen: value === show,
          }))}
        />
        <ListChoices
          label={t('page.networks.sort')}
          choices={SORTS.map((value) => ({
            href: href('sort', value, 'refusals'),
            label: t(`page.networks.sort.${value}`),
            chosen: value === sort,
          }))}
        />
      </div>
      {total === 0 ? (
        <p className="text-ink-2">{t('page.networks.none')}</p>
      ) : (
        <NetworksTable
          caption={t('page.networks.title')}
          networks={networks.map((network) => ({ ...network, ...activityOf(network.id) }))}
          utcOffsetMinutes={list.found ? offsetOf(list.found.matches) : 0}
        />
      )}
      <ListPager
        {...neighbourPages(PATH, params, page, total)}
        shown={t('page.networks.shown', { shown: networks.length, total })}
      />
    </>
  );
}

/** The networks among what a filter finds. */
async function FoundNetworks({ list, params }: { list: FoundList; params: PageParams }) {
  const { t } = await getUi();
  const groups = list.found && loadGroups(list.found.matches, 'net', params);
  return (
    <>
      <PageHeader
        title={t('page.networks.title')}
        lead={
          groups
            ? t('page.networks.lead-filtered', { total: groups.total, events: list.found?.matches.length ?? 0 })
            : t('page.events.lead-searching')
        }
      />
      <FilterBar path={PATH} params={params} />
      <FoundFrame path={PATH} params={params} list={list} groups={groups}>
        <FoundNetworksTable
          networks={describeNetworks(groups?.groups ?? [])}
          filter={list.text}
          utcOffsetMinutes={groups?.utcOffsetMinutes ?? 0}
        />
      </FoundFrame>
    </>
  );
}
