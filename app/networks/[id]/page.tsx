import { pageUnder } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AnswerPart } from '@/components/evidence/answer-part';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { LastRefusals } from '@/components/groups/last-refusals';
import { AnnouncedBy } from '@/components/networks/announced-by';
import { BelongsTo } from '@/components/networks/belongs-to';
import { ChangesTable } from '@/components/networks/changes-table';
import { ContactsTable } from '@/components/networks/contacts-table';
import { nameRegistry } from '@/components/networks/name-registry';
import { OfflineFacts } from '@/components/networks/offline-facts';
import { NoLongerNamed } from '@/components/networks/no-longer-named';
import { QuestionList } from '@/components/networks/question-list';
import { RedactedFields } from '@/components/networks/redacted-fields';
import { RegisteredFields } from '@/components/networks/registered-fields';
import { SeenAddresses } from '@/components/networks/seen-addresses';
import { addressCells } from '@/components/ui/address-cells';
import { LinkButton } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { formatCountry } from '@/lib/messages';
import { readAnnouncements, readRedactions } from '@/lib/db/read/announcements';
import { readChanges } from '@/lib/db/read/changes';
import { readGroups } from '@/lib/db/read/explore';
import { readNetwork, readNetworkAddresses } from '@/lib/db/read/networks';
import { readSightings } from '@/lib/db/read/sightings';
import { formatAddress, parseAddress } from '@/lib/model';
import { offlineFacts } from '@/lib/services/offline-data';
import { listQuestions } from '@/lib/services/ask-question';
import { ownerContext } from '@/lib/services/context';
import { EvidencePanel } from '../../evidence-panel';
import { FilterBar } from '../../filter-bar';
import { loadEvidence } from '../../load-evidence';
import { loadOne, type OneFound } from '../../load-one';
import { localOffset } from '../../local-offset';
import { OneFacets } from '../../one-facets';
import { OneRefusals } from '../../one-refusals';
import { readRowId } from '../../row-id';
import { getUi } from '../../ui';
import { ask } from '../ask-action';
import { NetworksBeside } from '../networks-beside';
import { networkSentences } from '../network-sentences';

/** Listed under a filter, as without one. */
const MOST_ADDRESSES = 500;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const [{ id }, { t }] = await Promise.all([params, getUi()]);
  return { title: readNetwork(readRowId(id))?.text ?? t('not-found.title') };
}

export default async function NetworkPage({ params, searchParams }: Props) {
  await connection();
  const [{ id: idText }, query, { t, rich, language }] = await Promise.all([params, searchParams, getUi()]);
  const id = readRowId(idText);
  const network = readNetwork(id);
  if (!network) notFound();
  const path = `/networks/${id}`;
  const { nowMs } = ownerContext();
  const { answers } = loadEvidence([{ kind: 'answer', id: network.answerId }]);
  const firstAddress = formatAddress({ family: network.range.family, value: network.range.first });
  const registry = nameRegistry(network.registry, t);
  const announcements = readAnnouncements(network.range);
  const changes = readChanges('network', id).map((change) => ({
    ...change,
    utcOffsetMinutes: localOffset(change.atMs),
  }));
  const one = network.events > 0 ? await loadOne(query, 'net', idValue(id)) : null;
  const seen = one?.narrowed ? seenUnder(one) : { list: network.addressList, map: readNetworkAddresses(id) };
  return (
    <>
      <PageHeader
        kicker={t('page.network.kicker', { registry })}
        title={<Mono text={network.text} />}
        lead={networkSentences(network, announcements, {
          registry,
          country: network.country && formatCountry(network.country, language),
        }).map((sentence) => (
          <span key={sentence.key}>
            <Rich
              parts={rich(sentence, localOffset(nowMs))}
              link={(children) => <Link href={`/organisations/${network.organisationId}`}>{children}</Link>}
            />{' '}
          </span>
        ))}
        actions={
          <>
            <LinkButton href={`/graph?center=network:${id}`}>{t('page.network.graph')}</LinkButton>
            {one ? <LinkButton href={pageUnder('/events', one.text)}>{t('page.network.events')}</LinkButton> : null}
          </>
        }
      />
      {one ? <FilterBar path={path} params={query} /> : null}
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          {one ? <OneRefusals one={one} /> : null}
          <SectionHeading>{t('page.network.contacts')}</SectionHeading>
          <ContactsTable contacts={network.contacts} path={path} params={query} />
          <NoLongerNamed changes={changes} of="network" />
          <ChangesTable changes={changes} path={path} params={query} />
          <SectionHeading id="addresses">{t('page.network.addresses')}</SectionHeading>
          <SeenAddresses
            addresses={seen.list.map((address) => ({ ...address, also: readSightings(address.text) }))}
            cells={addressCells(network.range, seen.map)}
            utcOffsetMinutes={network.utcOffsetMinutes}
            filter={one?.narrowed ? one.text : ''}
          />
          {one ? <LastRefusals refusals={one.last} path={path} params={query} /> : null}
          {(['around', 'inside'] as const).map((side) => (
            <NetworksBeside key={side} title={t(`page.network.${side}`)} networks={network[side]} params={query} />
          ))}
          <QuestionList
            subject={{ kind: 'network', id }}
            questions={listQuestions({ kind: 'network', id }, nowMs)}
            utcOffsetMinutes={localOffset(nowMs)}
            path={path}
            params={query}
            ask={ask}
          />
          <SectionHeading>{t('page.network.answer')}</SectionHeading>
          {answers.map((answer) => (
            <AnswerPart key={answer.id} answer={answer} />
          ))}
        </div>
        <div className="min-w-0">
          {network.operators.length > 0 ? (
            <>
              <SectionHeading>{t('page.network.operators')}</SectionHeading>
              <BelongsTo operators={network.operators} />
            </>
          ) : null}
          {one ? <OneFacets one={one} names={['template', 'recipient']} /> : null}
          <SectionHeading>{t('page.network.facts')}</SectionHeading>
          <Facts
            items={[
              { label: t('page.network.facts.range'), value: <Mono text={network.text} /> },
              { label: t('page.network.facts.name'), value: network.name && <Mono text={network.name} /> },
              { label: t('page.network.facts.country'), value: network.country && <Mono text={network.country} /> },
              { label: t('page.network.facts.allocated'), value: network.allocatedOn },
              { label: t('page.network.facts.updated'), value: network.updatedOn },
              { label: t('page.network.facts.abuse'), value: network.abuseEmail && <Mono text={network.abuseEmail} /> },
            ]}
          />
          <RegisteredFields fields={network.fields} />
          <OfflineFacts facts={await offlineFacts(firstAddress)} />
          <AnnouncedBy announcements={announcements} path={path} params={query} />
          <RedactedFields redactions={readRedactions(network.answerId)} />
        </div>
      </div>
      <EvidencePanel path={path} params={query} />
    </>
  );
}

/** The addresses among what the filter finds of a network, most refusals first. */
function seenUnder({ matches }: OneFound) {
  const { groups } = matches
    ? readGroups(matches, 'ip', { sort: 'events', limit: MOST_ADDRESSES, offset: 0, parts: 1 })
    : { groups: [] };
  return {
    list: groups.map(({ label, events, first, last }) => ({
      ...{ text: label, events, firstMs: first * 1000, lastMs: last * 1000 },
    })),
    map: groups.flatMap(({ label }) => parseAddress(label) ?? []),
  };
}
