import { pageUnder } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AnswerPart } from '@/components/evidence/answer-part';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { LastRefusals } from '@/components/groups/last-refusals';
import { BelongsTo } from '@/components/networks/belongs-to';
import { ChangesTable } from '@/components/networks/changes-table';
import { FoundNetworksTable } from '@/components/networks/found-networks-table';
import { nameRegistry } from '@/components/networks/name-registry';
import { NetworksTable } from '@/components/networks/networks-table';
import { OrganisationContacts } from '@/components/networks/organisation-contacts';
import { QuestionList } from '@/components/networks/question-list';
import { LinkButton } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import { readOrganisationChanges } from '@/lib/db/read/changes';
import { readOrganisation } from '@/lib/db/read/organisations';
import { listQuestions } from '@/lib/services/ask-question';
import { ownerContext } from '@/lib/services/context';
import { ask } from '../../networks/ask-action';
import { listFoundNetworks } from '../../networks/found-networks';
import { EvidencePanel } from '../../evidence-panel';
import { FilterBar } from '../../filter-bar';
import { loadEvidence } from '../../load-evidence';
import { loadOne } from '../../load-one';
import { localOffset } from '../../local-offset';
import { OneFacets } from '../../one-facets';
import { OneRefusals } from '../../one-refusals';
import { readRowId } from '../../row-id';
import { getUi } from '../../ui';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const [{ id }, { t }] = await Promise.all([params, getUi()]);
  return { title: readOrganisation(readRowId(id))?.name ?? t('not-found.title') };
}

export default async function OrganisationPage({ params, searchParams }: Props) {
  await connection();
  const [{ id: idText }, query, { t }] = await Promise.all([params, searchParams, getUi()]);
  const id = readRowId(idText);
  const organisation = readOrganisation(id);
  if (!organisation) notFound();
  const { networks, name } = organisation;
  const path = `/organisations/${id}`;
  const { nowMs } = ownerContext();
  const events = networks.reduce((sum, network) => sum + network.events, 0);
  const seen = networks.filter((network) => network.events > 0).length;
  const { answers } = loadEvidence([{ kind: 'answer', id: organisation.answerId }]);
  const registry = nameRegistry(organisation.registry, t);
  const one = events > 0 ? await loadOne(query, 'org', idValue(id)) : null;
  const found = one?.narrowed && one.matches ? listFoundNetworks(one.matches) : null;
  return (
    <>
      <PageHeader
        kicker={t('page.organisation.kicker', { registry })}
        title={
          <bdi>
            <Visible text={name} />
          </bdi>
        }
        lead={t('page.organisation.lead', { networks: networks.length, seen, events })}
        actions={
          <>
            <LinkButton href={`/graph?center=organisation:${id}`}>{t('page.network.graph')}</LinkButton>
            {one ? <LinkButton href={pageUnder('/events', one.text)}>{t('page.network.events')}</LinkButton> : null}
          </>
        }
      />
      {one ? <FilterBar path={path} params={query} /> : null}
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          {one ? <OneRefusals one={one} /> : null}
          <SectionHeading
            aside={found ? t('page.networks.shown', { shown: found.total, total: networks.length }) : undefined}
          >
            {t('page.organisation.networks')}
          </SectionHeading>
          {one && found ? (
            <FoundNetworksTable networks={found.networks} filter={one.text} utcOffsetMinutes={one.utcOffsetMinutes} />
          ) : (
            <NetworksTable caption={t('page.organisation.networks')} networks={networks} />
          )}
          {one ? <LastRefusals refusals={one.last} path={path} params={query} /> : null}
          <QuestionList
            subject={{ kind: 'organisation', id }}
            questions={listQuestions({ kind: 'organisation', id }, nowMs)}
            utcOffsetMinutes={localOffset(nowMs)}
            path={path}
            params={query}
            ask={ask}
          />
          <SectionHeading>{t('page.organisation.contacts')}</SectionHeading>
          <OrganisationContacts contacts={organisation.contacts} />
          <ChangesTable
            changes={readOrganisationChanges(id).map((change) => ({
              ...change,
              utcOffsetMinutes: localOffset(change.atMs),
            }))}
            path={path}
            params={query}
          />
          <SectionHeading>{t('page.network.answer')}</SectionHeading>
          {answers.map((answer) => (
            <AnswerPart key={answer.id} answer={answer} />
          ))}
        </div>
        <div className="min-w-0">
          {organisation.operators.length > 0 ? (
            <>
              <SectionHeading>{t('page.network.operators')}</SectionHeading>
              <BelongsTo operators={organisation.operators} />
            </>
          ) : null}
          {one ? <OneFacets one={one} names={['template', 'recipient', 'ip']} /> : null}
          <SectionHeading>{t('page.network.facts')}</SectionHeading>
          <Facts
            items={[
              { label: t('kind.organisation'), value: <Visible text={name} /> },
              {
                label: t('page.organisation.handle'),
                value: organisation.handle && <Mono text={organisation.handle} />,
              },
              { label: t('page.organisation.phone'), value: organisation.phone && <Mono text={organisation.phone} /> },
              { label: t('page.organisation.email'), value: organisation.email && <Mono text={organisation.email} /> },
              {
                label: t('page.organisation.address'),
                value: organisation.postalAddress && <Visible text={organisation.postalAddress} keep={'\n'} />,
              },
            ]}
          />
        </div>
      </div>
      <EvidencePanel path={path} params={query} />
    </>
  );
}
