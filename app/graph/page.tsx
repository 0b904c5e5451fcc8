import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { graphHref, undoHref } from '@/components/graph/graph-href';
import { GraphTable } from '@/components/graph/graph-table';
import { GraphView } from '@/components/graph/graph-view';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { Rich } from '@/components/ui/rich';
import { getUi } from '../ui';
import { loadGraph } from './load-graph';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.graph.title') };
}

export default async function GraphPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t, rich }, params] = await Promise.all([getUi(), searchParams]);
  const view = loadGraph(params);
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
