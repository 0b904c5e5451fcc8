import type { ReactNode } from 'react';
import { SlowSearch } from '@/components/events/slow-search';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { GROUP_ORDERS } from '@/components/groups/group-view';
import { ListChoices } from '@/components/networks/list-choices';
import { ListPager } from '@/components/networks/list-pager';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { neighbourPages } from './list-page';
import type { FoundGroups, FoundList } from './load-groups';
import { getUi } from './ui';

interface Props {
  path: string;
  params: PageParams;
  list: FoundList;
  /** The groups that were found; null while they are being looked for. */
  groups: FoundGroups | null;
  /** The table of the groups. */
  children: ReactNode;
}

/** What stands around a list of what a filter found: its order, its pages, and what to do where there is none. */
export async function FoundFrame({ path, params, list: { text, found, of }, groups, children }: Props) {
  const { t } = await getUi();
  if (found === null || groups === null)
    return <SlowSearch key={text} query={new URLSearchParams({ q: text }).toString()} of={of} />;
  const { sort, page, total } = groups;
  if (total === 0)
    return (
      <div className="mt-6">
        {text === '' ? (
          <Empty
            title={t('page.events.empty')}
            sentence={t('page.events.empty-hint')}
            command="npm run -s cli -- ingest /var/log/mail.log*"
            action={<LinkButton href="/uploads">{t('page.events.empty-upload')}</LinkButton>}
          />
        ) : (
          <Empty
            title={t('list.none')}
            sentence={t('list.none-hint')}
            action={
              <LinkButton href={path} ownFilter>
                {t('list.show-all')}
              </LinkButton>
            }
          />
        )}
      </div>
    );
  return (
    <>
      {found.searched < found.total ? (
        <p role="status" className="mt-4 text-s text-ink-2">
          {t('list.reading', { searched: found.searched, total: found.total })}
        </p>
      ) : null}
      <div className="mt-5 mb-3">
        <ListChoices
          label={t('list.sort')}
          choices={GROUP_ORDERS.map((value) => ({
            href: hrefWith(path, params, { sort: value === 'events' ? null : value, page: null }),
            label: t(`list.sort.${value}`),
            chosen: value === sort,
          }))}
        />
      </div>
      {groups.groups.length === 0 ? <p className="text-ink-2">{t('list.none-filtered')}</p> : children}
      <ListPager
        {...neighbourPages(path, params, page, total)}
        shown={t('list.shown', {
          from: Math.min(page.offset + 1, total),
          to: Math.min(page.offset + groups.groups.length, total),
          total,
        })}
      />
    </>
  );
}
