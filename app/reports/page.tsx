import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { ListPager } from '@/components/networks/list-pager';
import { ReportsTable } from '@/components/reports/reports-table';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { readReports } from '@/lib/db/read/reports';
import { ownerContext } from '@/lib/services/context';
import { neighbourPages, readListPage } from '../list-page';
import { localOffset } from '../local-offset';
import { getUi } from '../ui';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.reports.title') };
}

export default async function ReportsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const page = readListPage(params);
  const { reports, total } = readReports(page, ownerContext().nowMs);
  if (total === 0) {
    return (
      <Empty
        heading
        title={t('page.reports.empty.title')}
        sentence={t('page.reports.empty.body')}
        command="npm run -s cli -- report --operator ID -o report.html"
        action={<LinkButton href="/operators">{t('page.block-lists.empty.operators')}</LinkButton>}
      />
    );
  }
  const lines = reports.map(({ operator, createdMs, publicId, version, language, masked, activeLinks }) => ({
    ...{ createdMs, publicId, version, language, masked, activeLinks },
    operator: operator.name,
    utcOffsetMinutes: localOffset(createdMs),
  }));
  return (
    <>
      <PageHeader title={t('page.reports.title')} lead={t('page.reports.lead')} />
      <div className="mt-6">
        <ReportsTable reports={lines} />
      </div>
      <ListPager
        {...neighbourPages('/reports', params, page, total)}
        shown={t('page.reports.shown', { shown: lines.length, total })}
      />
    </>
  );
}
