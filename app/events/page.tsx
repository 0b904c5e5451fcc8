import type { Metadata } from 'next';
import { connection } from 'next/server';
import { EventTable } from '@/components/events/event-table';
import { FilterBar } from '@/components/events/filter-bar';
import { RecordFields } from '@/components/events/record-fields';
import { hrefWith, type PageParams, paramOf, parseEvidence } from '@/components/evidence/evidence-refs';
import { PageHeader } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { countEvents, readEvents, readEventWords } from '@/lib/db/read/events';
import { EvidencePanel } from '../evidence-panel';
import { getUi } from '../ui';
import { formatCursor, readCursor, readEventFilter } from './event-filter';
import { loadChips } from './load-chips';
import { loadRecord } from './load-record';

const LIMIT = 50;
const PATH = '/events';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.events.title') };
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const filter = readEventFilter(params);
  const order = paramOf(params, 'order') === 'oldest' ? 'oldest' : 'newest';
  const [after, before] = [readCursor(paramOf(params, 'after')), readCursor(paramOf(params, 'before'))];
  const page = readEvents(filter, { order, limit: LIMIT, after, before });
  const totals = countEvents(filter);
  const chips = loadChips(filter, params);
  const open = parseEvidence(paramOf(params, 'evidence'));
  const loaded = open.length === 1 && open[0]?.kind === 'event' ? loadRecord(open[0].id) : null;
  const first = page.events[0];
  const last = page.events.at(-1);
  const cursorHref = (change: Record<string, string | null>): string =>
    hrefWith(PATH, params, { after: null, before: null, ...change });
  return (
    <>
      <PageHeader
        title={t('page.events.title')}
        lead={t(chips.length > 0 ? 'page.events.lead-filtered' : 'page.events.lead', totals)}
      />
      <FilterBar chips={chips} params={params} order={order} words={readEventWords()} />
      <EventTable events={page.events} params={params} filtered={chips.length > 0} />
      <Pager
        shown={
          totals.events > LIMIT
            ? t('page.events.shown', { shown: page.events.length, total: totals.events })
            : undefined
        }
        newerHref={page.hasBefore && first ? cursorHref({ before: formatCursor(first) }) : null}
        olderHref={page.hasAfter && last ? cursorHref({ after: formatCursor(last) }) : null}
      />
      <EvidencePanel path={PATH} params={params}>
        {loaded ? <RecordFields {...loaded} params={params} /> : null}
      </EvidencePanel>
    </>
  );
}
