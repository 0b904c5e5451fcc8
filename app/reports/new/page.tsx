import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { NewReportForm } from '@/components/reports/new-report-form';
import { PageHeader } from '@/components/ui/headings';
import { readOperator } from '@/lib/db/read/operators';
import { getUi } from '../../ui';
import { make } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.report.new') };
}

export default async function NewReportPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t, language }, params] = await Promise.all([getUi(), searchParams]);
  const operator = readOperator(paramOf(params, 'operator') ?? '');
  if (!operator) redirect('/operators');
  return (
    <>
      <PageHeader
        kicker={t('page.report.new')}
        title={t('page.report.of', { name: operator.name })}
        lead={t(operator.verdict === 'confirmed' ? 'page.report.new.lead' : 'page.report.new.lead.open')}
      />
      <NewReportForm operator={operator.publicId} language={language} action={make} />
    </>
  );
}
