import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { connection } from 'next/server';
import { SlowSearch } from '@/components/events/slow-search';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { EntryPointLists } from '@/components/graph/entry-points';
import { graphHref, undoHref } from '@/components/graph/graph-href';
import { GraphTable } from '@/components/graph/graph-table';
import { GraphView } from '@/components/graph/graph-view';
import { pageUnder } from '@/components/events/events-href';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { Rich } from '@/components/ui/rich';
import { readFacet } from '@/lib/db/read/explore';
import { FilterBar } from '../filter-bar';
import { type FoundList, loadFound } from '../load-groups';
import { getUi } from '../ui';
import { loadGraph } from './load-graph';

const PATH = '/graph';
/** Places to begin, of each kind. */
const ENTRIES = 40;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.graph.title') };
}

export default async function GraphPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t, rich }, params] = await Promise.all([getUi(), searchParams]);
  const filter = paramOf(params, 'q')?.trim() ?? '';
  if (filter !== '' && paramOf(params, 'center') === undefined)
    return <GraphEntries list={await loadFound(params)} params={params} />;
  const view = await loadGraph(params);
  if (!view) {
    const asked = paramOf(params, 'center') !== undefined;
    return (
      <Empty
        heading
        title={t(asked ? 'page.graph.unknown.title' : 'page.graph.empty.title')}
        sentence={t(asked ? 'page.graph.unknown.body' : 'page.graph.empty.body')}
        action={
          <LinkButton href={asked ? '/graph' : '/uploads'}>
            {t(asked ? 'page.graph.unknown.back' : 'page.operators.empty.upload')}
          </LinkButton>
        }
      />
    );
  }
  const { graph, layout, place, kinds, selected, centre, notice } = view;
  const isTable = paramOf(params, 'view') === 'table';
  const undo = undoHref(place);
  return (
    <>
      <PageHeader
        kicker={centre ? t('page.graph.around', { label: centre.label }) : undefined}
        title={t('page.graph.title')}
        lead={t('page.graph.lead')}
        actions={
          <>
            {undo ? (
              <LinkButton href={undo} scroll={false} keyHint="u">
                {t('page.graph.undo')}
              </LinkButton>
            ) : null}
            <LinkButton href={graphHref(params, { view: isTable ? null : 'table' })}>
              {t(isTable ? 'page.graph.as-drawing' : 'page.graph.as-table')}
            </LinkButton>
          </>
        }
      />
      <FilterBar path={PATH} params={params} kept={['center', 'expanded', 'kinds', 'view']} />
      {filter === '' ? null : (
        <p className="mt-3 text-s text-ink-2">
          {t('page.graph.found.whole')} <Link href={pageUnder(PATH, filter)}>{t('page.graph.found.back')}</Link>
        </p>
      )}
      {notice ? (
        <p className="mt-3 text-s text-ink-3">
          <Rich parts={rich(notice)} />
          {view.capped ? ` · ${t('page.graph.more')}` : ''}
        </p>
      ) : null}
      <div className="mt-5">
        {isTable ? (
          <GraphTable graph={graph} place={place} />
        ) : (
          <GraphView
            // A new view begins with its own selection.
            key={`${place.centreId} ${place.expanded.join()} ${kinds.join()}`}
            {...{ graph, layout, place, kinds, selected }}
          />
        )}
      </div>
    </>
  );
}

/** Where a graph can begin among what a filter finds. */
async function GraphEntries({ list: { text, found, of }, params }: { list: FoundList; params: PageParams }) {
  const { t } = await getUi();
  return (
    <>
      <PageHeader
        title={t('page.graph.title')}
        lead={found ? t('page.graph.found.lead', { events: found.matches.length }) : t('page.events.lead-searching')}
      />
      <FilterBar path={PATH} params={params} kept={[]} />
      {found === null ? (
        <SlowSearch key={text} query={new URLSearchParams({ q: text }).toString()} of={of} />
      ) : (
        <EntryPointLists
          points={(['operator', 'org', 'net'] as const).map((name) => ({
            name,
            values: readFacet(found.matches, name, ENTRIES).values,
          }))}
          filter={text}
        />
      )}
    </>
  );
}
