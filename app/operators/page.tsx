import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { ListPager } from '@/components/networks/list-pager';
import { OperatorsTable } from '@/components/operators/operators-table';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { readOperatorCounts } from '@/lib/db/read/operator-facts';
import { readOperators } from '@/lib/db/read/operators';
import { neighbourPages, readListPage } from '../list-page';
import { getUi } from '../ui';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.operators.title') };
}

export default async function OperatorsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const page = readListPage(params);
  const { operators, total } = readOperators(page);
  if (total === 0) {
    return (
      <Empty
        heading
        title={t('page.operators.empty.title')}
        sentence={t('page.operators.empty.body')}
        command="npm run -s cli -- ingest /var/log/mail.log"
        action={
          <>
            <LinkButton href="/uploads">{t('page.operators.empty.upload')}</LinkButton>
            <LinkButton href="/registries">{t('page.operators.empty.registries')}</LinkButton>
          </>
        }
      />
    );
  }
  const lines = operators.map(({ id, publicId, name, score, standing, verdict, current, events }) => ({
    ...readOperatorCounts(id),
    ...{ publicId, name, score, standing, verdict, current, events },
  }));
  return (
    <>
      <PageHeader title={t('page.operators.title')} lead={t('page.operators.lead')} />
      <div className="mt-6">
        <OperatorsTable operators={lines} />
      </div>
      <ListPager
        {...neighbourPages('/operators', params, page, total)}
        shown={t('page.operators.shown', { shown: lines.length, total })}
      />
    </>
  );
}
