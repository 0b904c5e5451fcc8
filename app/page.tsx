import { ownerContext } from '@/lib/services/context';
import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { EmptyHome } from '@/components/findings/empty-home';
import { FindingList } from '@/components/findings/finding-list';
import { KeepFresh } from '@/components/findings/keep-fresh';
import { LastVerdict } from '@/components/findings/last-verdict';
import { NewestUpload } from '@/components/findings/newest-upload';
import { OperatorLines } from '@/components/findings/operator-lines';
import { suggestedOf } from '@/components/findings/standing';
import { DeniedRegistries } from '@/components/registries/denied-registries';
import { PageHeader } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { readCounts } from '@/lib/db/read/counts';
import { readStoppedLanes } from '@/lib/db/read/lanes';
import { DENIED_FOR_GOOD } from '@/lib/services/ask-registry';
import { machineZone } from '@/lib/services/receive-upload';
import { EvidencePanel } from './evidence-panel';
import { confirmFinding, rejectFinding, undoFinding } from './findings/actions';
import { loadHome } from './load-home';
import { pageOffset } from './page-offset';
import { loadSample } from './settings/actions';
import { getUi } from './ui';
import { pasteLog } from './uploads/actions';

const LIMIT = 20;
/** How long the way back from a verdict stands on top. */
const UNDO_MS = 600_000;
const ACTIONS = { confirm: confirmFinding, reject: rejectFinding, undo: undoFinding };

export async function generateMetadata(): Promise<Metadata> {
  // The layout's template does not reach the page beside it.
  return { title: { absolute: `${(await getUi()).t('page.findings.title')} · Ringleader` } };
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
  const { newest, operators, fresh, waiting, judged, numbers, working } = await loadHome(LIMIT, offset);
  const total = numbers.fresh + numbers.waiting;
  const list = { path: '/', params, actions: ACTIONS, suggested: suggestedOf([...fresh, ...waiting]) };
  const last = judged.find(({ verdict }) => verdict !== null);
  return (
    <>
      <PageHeader
        title={t('page.findings.headline', { waiting: total, fresh: numbers.fresh, old: numbers.waiting })}
        lead={newest ? <NewestUpload {...newest} /> : t('page.findings.no-upload')}
      />
      <DeniedRegistries servers={readStoppedLanes(DENIED_FOR_GOOD)} />
      {last?.verdictMs && ownerContext().nowMs - last.verdictMs < UNDO_MS ? (
        <LastVerdict finding={last} undo={undoFinding} />
      ) : null}
      {working ? <KeepFresh /> : null}
      <OperatorLines operators={operators} />
      <FindingList title={t('page.findings.fresh')} findings={fresh} {...list} />
      <FindingList title={t('page.findings.waiting')} findings={waiting} {...list} />
      <Pager
        shown={
          total > LIMIT
            ? t('page.findings.shown', { first: offset + 1, last: Math.min(offset + LIMIT, total), total })
            : undefined
        }
        newerHref={offset > 0 ? `/?offset=${Math.max(0, offset - LIMIT)}` : null}
        olderHref={offset + LIMIT < total ? `/?offset=${offset + LIMIT}` : null}
      />
      <FindingList title={t('page.findings.judged')} findings={judged} {...list} />
      <EvidencePanel path="/" params={params} />
    </>
  );
}
