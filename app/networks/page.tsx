import type { Metadata } from 'next';
import { connection } from 'next/server';
import { hrefWith, type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { ListChoices } from '@/components/networks/list-choices';
import { ListPager } from '@/components/networks/list-pager';
import { NetworksTable } from '@/components/networks/networks-table';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { type NetworkPage, readNetworks } from '@/lib/db/read/networks';
import { neighbourPages, readListPage } from '../list-page';
import { getUi } from '../ui';

const PATH = '/networks';
const SHOWS = ['all', 'seen', 'silent'] as const satisfies ReadonlyArray<NetworkPage['show']>;
const SORTS = ['refusals', 'range'] as const satisfies ReadonlyArray<NetworkPage['sort']>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.networks.title') };
}

export default async function NetworksPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
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
  const href = (name: string, value: string, usual: string): string =>
    hrefWith(PATH, params, { [name]: value === usual ? null : value, page: null });
  return (
    <>
      <PageHeader title={t('page.networks.title')} lead={t('page.networks.lead')} />
      <div className="mt-6 mb-4 flex flex-wrap justify-between gap-x-8 gap-y-2">
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
        <NetworksTable caption={t('page.networks.title')} networks={networks} />
      )}
      <ListPager
        {...neighbourPages(PATH, params, page, total)}
        shown={t('page.networks.shown', { shown: networks.length, total })}
      />
    </>
  );
}
