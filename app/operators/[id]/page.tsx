import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AcceptedClients } from '@/components/accepted/accepted-clients';
import { AcceptedWarning } from '@/components/accepted/accepted-warning';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { LastRefusals } from '@/components/groups/last-refusals';
import { ListPager } from '@/components/networks/list-pager';
import { MemberList } from '@/components/operators/member-list';
import { OperatorAside } from '@/components/operators/operator-aside';
import { OperatorLead } from '@/components/operators/operator-lead';
import { OperatorNetworks } from '@/components/operators/operator-networks';
import { ReasonList } from '@/components/operators/reason-list';
import { SplitOffList } from '@/components/operators/split-off-list';
import { VerdictActions } from '@/components/operators/verdict-actions';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Stamp } from '@/components/ui/stamp';
import { Visible } from '@/components/ui/visible';
import { formatTime } from '@/lib/messages';
import { EvidencePanel } from '../../evidence-panel';
import { FilterBar } from '../../filter-bar';
import { neighbourPages, readListPage } from '../../list-page';
import { localOffset } from '../../local-offset';
import { OneFacets } from '../../one-facets';
import { OneRefusals } from '../../one-refusals';
import { getUi } from '../../ui';
import { judge, split, takeBackSplit, toBlockList } from '../actions';
import { findOperator, loadOperator } from '../load-operator';
import { loadUnder } from '../load-under';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const [{ id }, { t }] = await Promise.all([params, getUi()]);
  return { title: findOperator(id)?.name ?? t('not-found.title') };
}

export default async function OperatorPage({ params, searchParams }: Props) {
  await connection();
  const [{ id }, query, { t, language }] = await Promise.all([params, searchParams, getUi()]);
  const page = readListPage(query, 100);
  const view = await loadOperator(id, page);
  if (!view) notFound();
  const path = `/operators/${id}`;
  const { verdict, verdictMs } = view;
  const under = paramOf(query, 'q')?.trim() ? await loadUnder(query, id, view) : null;
  const filter = under?.one.text ?? '';
  const day = verdictMs === null ? '' : formatTime(verdictMs, localOffset(verdictMs), language, 'date');
  return (
    <>
      <PageHeader
        kicker={t('page.operators.kicker', { count: view.organisations.length })}
        title={
          <bdi>
            <Visible text={view.name} />
          </bdi>
        }
        stamp={verdict ? <Stamp verdict={verdict}>{t(`verdict.${verdict}-on`, { date: day })}</Stamp> : undefined}
        lead={<OperatorLead lead={view.lead} operator={id} utcOffsetMinutes={view.utcOffsetMinutes} />}
        actions={<VerdictActions operator={id} verdict={verdict} judge={judge} toBlockList={toBlockList} />}
      />
      <FilterBar path={path} params={query} kept={[]} />
      {view.current ? null : <Notice>{t('page.operators.gone')}</Notice>}
      <AcceptedWarning share={view.accepted} href="#accepted" />
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          {under ? <OneRefusals one={under.one} /> : null}
          <SectionHeading
            aside={t('page.operators.sure', { score: view.scoreText, standing: t(`standing.${view.standing}`) })}
          >
            {t('page.operators.reasons')}
          </SectionHeading>
          <ReasonList
            reasons={view.reasons}
            against={view.against}
            utcOffsetMinutes={view.utcOffsetMinutes}
            path={path}
            params={query}
          />
          <SectionHeading>{t('page.operators.members')}</SectionHeading>
          <MemberList
            operator={id}
            organisations={under?.organisations ?? view.organisations}
            filter={filter}
            split={split}
            canSplit={view.canSplit}
          />
          <SectionHeading id="networks" aside={t('page.operators.networks.counts', view.counts)}>
            {t('page.operators.networks')}
          </SectionHeading>
          <OperatorNetworks
            operator={id}
            networks={under?.networks ?? view.networks}
            filter={filter}
            split={split}
            canSplit={view.canSplit}
          />
          {view.networkTotal > page.limit ? (
            <ListPager
              {...neighbourPages(path, query, page, view.networkTotal)}
              shown={t('page.networks.shown', { shown: view.networks.length, total: view.networkTotal })}
            />
          ) : null}
          <SplitOffList operator={id} members={view.splitOff} undoSplit={takeBackSplit} />
          {under ? <LastRefusals refusals={under.one.last} path={path} params={query} /> : null}
          {view.acceptedClients.length > 0 ? (
            <>
              <SectionHeading
                id="accepted"
                aside={t('accepted.shown', { shown: view.acceptedClients.length, total: view.accepted.addresses })}
              >
                {t('accepted.title')}
              </SectionHeading>
              <AcceptedClients clients={view.acceptedClients} />
            </>
          ) : null}
        </div>
        <OperatorAside
          operator={id}
          path={path}
          params={query}
          {...view.aside}
          utcOffsetMinutes={view.utcOffsetMinutes}
          under={under ? <OneFacets one={under.one} names={['template', 'recipient', 'ip']} /> : null}
        />
      </div>
      <EvidencePanel path={path} params={query} />
    </>
  );
}
