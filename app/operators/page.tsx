import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { ListPager } from '@/components/networks/list-pager';
import { FoundOperatorsTable } from '@/components/operators/found-operators-table';
import { OperatorsTable } from '@/components/operators/operators-table';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/headings';
import { readOperatorCounts } from '@/lib/db/read/operator-facts';
import { readOperators, readOperatorsById } from '@/lib/db/read/operators';
import { FilterBar } from '../filter-bar';
import { FoundFrame } from '../found-frame';
import { neighbourPages, readListPage } from '../list-page';
import { type FoundList, loadFound, loadGroups } from '../load-groups';
import { getUi } from '../ui';

const PATH = '/operators';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.operators.title') };
}

export default async function OperatorsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  if (paramOf(params, 'q')?.trim()) return <FoundOperators list={await loadFound(params)} params={params} />;
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
      <FilterBar path={PATH} params={params} kept={[]} />
      <div className="mt-6">
        <OperatorsTable operators={lines} />
      </div>
      <ListPager
        {...neighbourPages(PATH, params, page, total)}
        shown={t('page.operators.shown', { shown: lines.length, total })}
      />
    </>
  );
}

/** The operators behind what a filter finds. */
async function FoundOperators({ list, params }: { list: FoundList; params: PageParams }) {
  const { t } = await getUi();
  const groups = list.found && loadGroups(list.found.matches, 'operator', params);
  const rows = new Map(readOperatorsById(groups?.groups.map(({ id }) => id) ?? []).map((row) => [row.id, row]));
  return (
    <>
      <PageHeader
        title={t('page.operators.title')}
        lead={
          groups
            ? t('page.operators.lead-filtered', { total: groups.total, events: list.found?.matches.length ?? 0 })
            : t('page.events.lead-searching')
        }
      />
      <FilterBar path={PATH} params={params} />
      <FoundFrame path={PATH} params={params} list={list} groups={groups}>
        <FoundOperatorsTable
          operators={(groups?.groups ?? []).flatMap((group) => {
            const row = rows.get(group.id);
            if (!row) return [];
            const { publicId, name, score, standing, verdict } = row;
            return [{ group, operator: { publicId, name, score, standing, verdict } }];
          })}
          filter={list.text}
          utcOffsetMinutes={groups?.utcOffsetMinutes ?? 0}
        />
      </FoundFrame>
    </>
  );
}
