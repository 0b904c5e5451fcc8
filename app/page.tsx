import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { EmptyHome } from '@/components/findings/empty-home';
import { FindingList } from '@/components/findings/finding-list';
import { NewestUpload } from '@/components/findings/newest-upload';
import { OperatorLines } from '@/components/findings/operator-lines';
import { PageHeader } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { readCounts } from '@/lib/db/read/counts';
import { machineZone } from '@/lib/services/receive-upload';
import { EvidencePanel } from './evidence-panel';
import { confirmFinding, rejectFinding, undoFinding } from './findings/actions';
import { loadHome } from './load-home';
import { pageOffset } from './page-offset';
import { loadSample } from './settings/actions';
import { getUi } from './ui';
import { pasteLog } from './uploads/actions';

const LIMIT = 50;
const ACTIONS = { confirm: confirmFinding, reject: rejectFinding, undo: undoFinding };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.findings.title') };
}

export default async function FindingsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const counts = readCounts();
  if (counts.uploads === 0 && counts.networks === 0) {
    const zones = Intl.supportedValuesOf('timeZone');
    return <EmptyHome zone={machineZone()} zones={zones} paste={pasteLog} addSample={loadSample} />;
  }
  const offset = pageOffset(paramOf(params, 'offset'));
  const { newest, operators, fresh, waiting, judged, numbers, total } = loadHome(LIMIT, offset);
  const list = { path: '/', params, actions: ACTIONS };
  return (
    <>
      <PageHeader
        title={t('page.findings.headline', { waiting: numbers.fresh + numbers.waiting, fresh: numbers.fresh })}
        lead={newest ? <NewestUpload {...newest} /> : t('page.findings.no-upload')}
      />
      <OperatorLines operators={operators} />
      <FindingList title={t('page.findings.fresh', { count: numbers.fresh })} findings={fresh} {...list} />
      <FindingList title={t('page.findings.waiting', { count: numbers.waiting })} findings={waiting} {...list} />
      <FindingList title={t('page.findings.judged', { count: numbers.judged })} findings={judged} {...list} />
      <Pager
        shown={
          total > LIMIT
            ? t('page.findings.shown', { first: offset + 1, last: Math.min(offset + LIMIT, total), total })
            : undefined
        }
        newerHref={offset > 0 ? `/?offset=${Math.max(0, offset - LIMIT)}` : null}
        olderHref={offset + LIMIT < total ? `/?offset=${offset + LIMIT}` : null}
      />
      <EvidencePanel path="/" params={params} />
    </>
  );
}
