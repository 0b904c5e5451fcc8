import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { TemplateTable } from '@/components/templates/template-table';
import { PageHeader } from '@/components/ui/headings';
import { countAmong } from '@/lib/db/read/explore';
import { FilterBar } from '../filter-bar';
import { FoundFrame } from '../found-frame';
import { loadFound, loadGroups } from '../load-groups';
import { getUi } from '../ui';

const PATH = '/templates';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.templates.title') };
}

export default async function TemplatesPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const list = await loadFound(params);
  const groups = list.found && loadGroups(list.found.matches, 'template', params);
  const shown = groups?.groups ?? [];
  const organisations = list.found
    ? countAmong(
        list.found.matches,
        'template',
        shown.map(({ id }) => id),
        'org',
      )
    : new Map<number, number>();
  return (
    <>
      <PageHeader
        title={t('page.templates.title')}
        lead={
          groups
            ? t(list.text === '' ? 'page.templates.lead' : 'page.templates.lead-filtered', {
                total: groups.total,
                events: list.found?.matches.length ?? 0,
              })
            : t('page.events.lead-searching')
        }
      />
      <FilterBar path={PATH} params={params} />
      <FoundFrame path={PATH} params={params} list={list} groups={groups}>
        <TemplateTable
          templates={shown.map((group) => ({ group, organisations: organisations.get(group.id) ?? 0 }))}
          filter={list.text}
          utcOffsetMinutes={groups?.utcOffsetMinutes ?? 0}
        />
      </FoundFrame>
    </>
  );
}
