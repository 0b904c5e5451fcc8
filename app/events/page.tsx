import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Suspense } from 'react';
import { EventGrid } from '@/components/events/event-grid';
import { EventTimeline } from '@/components/events/event-timeline';
import { Facets } from '@/components/events/facets';
import { NoEvents } from '@/components/events/no-events';
import { PanelChoice } from '@/components/events/panel-choice';
import { RecordFields } from '@/components/events/record-fields';
import { SavedViews } from '@/components/events/saved-views';
import { SlowSearch } from '@/components/events/slow-search';
import { TopValues } from '@/components/events/top-values';
import { WeekHours } from '@/components/events/week-hours';
import { type PageParams, paramOf, parseEvidence } from '@/components/evidence/evidence-refs';
import { PageHeader } from '@/components/ui/headings';
import {
  countDistinct,
  countWeekHours,
  DIMENSIONS,
  type Facet,
  type Matches,
  readFacet,
  readRows,
} from '@/lib/db/read/explore';
import { readViews } from '@/lib/db/read/views';
import { EvidencePanel } from '../evidence-panel';
import { FilterBar } from '../filter-bar';
import { getUi } from '../ui';
import { removeView, saveView } from './actions';
import { exploreSoon } from './explore-soon';
import { loadRecord } from './load-record';
import { loadSession } from './load-session';
import { loadTimeline } from './load-timeline';
import { loadTop, readTopQuery } from './load-top';
import { type EventQuery, readQuery } from './read-query';

const PATH = '/events';
/** The URL's own parameters besides the filter, without those of the drawer. */
const KEPT = ['order', 'panel', 'top', 'by'] as const;
const FIRST_ROWS = 100;
const FACET_VALUES = 6;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.events.title') };
}

export default async function EventsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const query = readQuery(params);
  const { found, of } = await exploreSoon(query.filter);
  const open = parseEvidence(paramOf(params, 'evidence'));
  const opened = open.length === 1 && open[0]?.kind === 'event' ? open[0].id : null;
  const loaded = opened === null ? null : loadRecord(opened);
  const record = opened === null || !loaded ? null : { ...loaded, id: opened };
  return (
    <>
      <PageHeader
        title={t('page.events.title')}
        lead={
          found
            ? t(query.filter.terms.length > 0 ? 'page.events.lead-filtered' : 'page.events.lead', {
                events: found.matches.length,
                addresses: countDistinct(found.matches, 'addresses'),
              })
            : t('page.events.lead-searching')
        }
      />
      <FilterBar path={PATH} params={params} kept={KEPT} />
      <div className="mt-2">
        <SavedViews views={readViews()} query={queryOf(params)} save={saveView} remove={removeView} />
      </div>
      {found && found.searched < found.total ? (
        <p role="status" className="mt-4 text-s text-ink-2">
          {t('page.events.reading', { searched: found.searched, total: found.total })}
        </p>
      ) : null}
      {found === null ? (
        <SlowSearch key={query.text} query={queryOf(params)} of={of} />
      ) : found.matches.length === 0 ? (
        <NoEvents filtered={query.filter.terms.length > 0} />
      ) : (
        <Results matches={found.matches} query={query} params={params} />
      )}
      <EvidencePanel path={PATH} params={params}>
        {record ? (
          <RecordFields
            record={record.record}
            joined={record.joined}
            id={record.id}
            session={loadSession(record.id, record.record)}
            filter={query.text}
            params={params}
          />
        ) : null}
      </EvidencePanel>
    </>
  );
}

function queryOf(params: PageParams): string {
  const query = new URLSearchParams({ q: paramOf(params, 'q') ?? '' });
  for (const name of KEPT) {
    const value = paramOf(params, name);
    if (value) query.set(name, value);
  }
  return query.toString();
}

function Results({ matches, query, params }: { matches: Matches; query: EventQuery; params: PageParams }) {
  const { text, order } = query;
  const first = readRows(matches, { order, offset: 0, limit: FIRST_ROWS });
  const [newest] = order === 'newest' ? first : readRows(matches, { order: 'newest', offset: 0, limit: 1 });
  const utcOffsetMinutes = newest?.utcOffsetMinutes ?? 0;
  const panel = paramOf(params, 'panel') ?? 'fields';
  const shared = { filter: text, params };
  return (
    <>
      <EventTimeline
        {...loadTimeline(matches, utcOffsetMinutes)}
        utcOffsetMinutes={utcOffsetMinutes}
        newestMs={newest?.timeMs ?? 0}
        {...shared}
      />
      <PanelChoice chosen={panel} order={order} params={params} total={matches.length} />
      {panel === 'hours' ? <WeekHours counts={countWeekHours(matches)} {...shared} /> : null}
      {panel === 'top' ? <TopValues {...loadTop(matches, readTopQuery(params))} {...shared} /> : null}
      <EventGrid
        key={`${text} ${order}`}
        total={matches.length}
        first={first}
        query={new URLSearchParams({ q: text, order }).toString()}
        {...shared}
      />
      <Suspense fallback={null}>
        <FoundFacets matches={matches} {...shared} />
      </Suspense>
    </>
  );
}

/** Comes after the rows: of millions, counting takes longer than a page should. */
async function FoundFacets({ matches, ...shared }: { matches: Matches; filter: string; params: PageParams }) {
  const facets: Facet[] = [];
  for (const name of DIMENSIONS) {
    // Between two fields the others get their turn, and what is above its way to the reader.
    await nextTurn();
    facets.push(readFacet(matches, name, FACET_VALUES));
  }
  return <Facets facets={facets} total={matches.length} {...shared} />;
}
