import type { Metadata } from 'next';
import { connection } from 'next/server';
import { BlockListsTable } from '@/components/block-lists/block-lists-table';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { ListPager } from '@/components/networks/list-pager';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { readBlockLists } from '@/lib/db/read/block-lists';
import { neighbourPages, readListPage } from '../list-page';
import { localOffset } from '../local-offset';
import { getUi } from '../ui';
import { countAddresses } from './count-addresses';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.block-lists.title') };
}

export default async function BlockListsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const page = readListPage(params);
  const { lists, total } = readBlockLists(page);
  if (total === 0) {
    return (
      <Empty
        heading
        title={t('page.block-lists.empty.title')}
        sentence={t('page.block-lists.empty.body')}
        command="npm run -s cli -- blocklist --operator ID --format nft"
        action={<LinkButton href="/operators">{t('page.block-lists.empty.operators')}</LinkButton>}
      />
    );
  }
  const lines = lists.map(({ publicId, createdMs, operator, prefixes, refused }) => ({
    ...{ publicId, createdMs, operator: operator.name },
    utcOffsetMinutes: localOffset(createdMs),
    prefixes: prefixes.length,
    refused: refused.length,
    addresses: countAddresses(prefixes).addresses,
  }));
  return (
    <>
      <PageHeader title={t('page.block-lists.title')} lead={t('page.block-lists.lead')} />
      <div className="mt-6">
        <BlockListsTable lists={lines} />
      </div>
      <ListPager
        {...neighbourPages('/block-lists', params, page, total)}
        shown={t('page.block-lists.shown', { shown: lines.length, total })}
      />
    </>
  );
}
