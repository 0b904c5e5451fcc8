import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AnswerPart } from '@/components/evidence/answer-part';
import { pageUnder } from '@/components/events/events-href';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { LastRefusals } from '@/components/groups/last-refusals';
import { ChangesTable } from '@/components/networks/changes-table';
import { ContactFacts } from '@/components/networks/contact-facts';
import { nameRegistry } from '@/components/networks/name-registry';
import { NamingNetworks } from '@/components/networks/naming-networks';
import { NoLongerNamed } from '@/components/networks/no-longer-named';
import { PersonalData } from '@/components/networks/personal-data';
import { QuestionList } from '@/components/networks/question-list';
import { RedactedFields } from '@/components/networks/redacted-fields';
import { RegisteredFields } from '@/components/networks/registered-fields';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { Visible } from '@/components/ui/visible';
import { readRedactions } from '@/lib/db/read/announcements';
import { readChanges } from '@/lib/db/read/changes';
import { readContact } from '@/lib/db/read/contacts';
import { idValue } from '@/lib/filter';
import { message } from '@/lib/model';
import { listQuestions } from '@/lib/services/ask-question';
import { ownerContext } from '@/lib/services/context';
import { EvidencePanel } from '../../evidence-panel';
import { FilterBar } from '../../filter-bar';
import { loadEvidence } from '../../load-evidence';
import { loadOne, withCounts } from '../../load-one';
import { localOffset } from '../../local-offset';
import { OneFacets } from '../../one-facets';
import { OneRefusals } from '../../one-refusals';
import { readRowId } from '../../row-id';
import { getUi } from '../../ui';
import { ask } from '../../networks/ask-action';
import { deletePersonal } from './actions';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const [{ id }, { t }] = await Promise.all([params, getUi()]);
  return { title: readContact(readRowId(id))?.handle ?? t('not-found.title') };
}

export default async function ContactPage({ params, searchParams }: Props) {
  await connection();
  const [{ id: idText }, query, { t, rich }] = await Promise.all([params, searchParams, getUi()]);
  const id = readRowId(idText);
  const contact = readContact(id);
  if (!contact) notFound();
  const path = `/contacts/${id}`;
  const { nowMs } = ownerContext();
  const events = contact.networks.reduce((sum, network) => sum + network.events, 0);
  const one = events > 0 ? await loadOne(query, 'contact', idValue(id)) : null;
  const { matches } = one ?? {};
  // While it takes longer than the page waits, all of them stand there.
  const networks =
    one?.narrowed && matches
      ? withCounts(matches, 'net', contact.networks).filter((network) => network.events > 0)
      : contact.networks;
  const { answers } = loadEvidence([{ kind: 'answer', id: contact.answerId }]);
  const registry = nameRegistry(contact.registry, t);
  const changes = readChanges('contact', id).map((change) => ({
    ...change,
    utcOffsetMinutes: localOffset(change.atMs),
  }));
  return (
    <>
      <PageHeader
        kicker={t(`page.contact.kicker.${contact.kind}`, { registry })}
        title={<Mono text={contact.handle} />}
        lead={t('page.contact.lead', { networks: contact.networks.length, events })}
        actions={
          <>
            <LinkButton href={`/graph?center=contact:${id}`}>{t('page.network.graph')}</LinkButton>
            {one ? <LinkButton href={pageUnder('/events', one.text)}>{t('page.network.events')}</LinkButton> : null}
          </>
        }
      />
      {contact.detailed ? null : <Notice>{t('page.contact.named-only')}</Notice>}
      {contact.purgedMs === null ? null : (
        <Notice>
          <Rich parts={rich(message('page.personal.deleted', { deletedAt: contact.purgedMs }), localOffset(nowMs))} />
        </Notice>
      )}
      {contact.proxy ? <Notice>{t('page.contact.proxy')}</Notice> : null}
      {one ? <FilterBar path={path} params={query} /> : null}
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          {one ? <OneRefusals one={one} /> : null}
          <SectionHeading
            aside={
              one?.narrowed && matches
                ? t('page.networks.shown', { shown: networks.length, total: contact.networks.length })
                : undefined
            }
          >
            {t('page.contact.networks')}
          </SectionHeading>
          <NamingNetworks networks={networks} filter={one?.narrowed ? one.text : ''} path={path} params={query} />
          {one ? <LastRefusals refusals={one.last} path={path} params={query} /> : null}
          <NoLongerNamed changes={changes} of="contact" />
          <QuestionList
            subject={{ kind: 'contact', id }}
            questions={listQuestions({ kind: 'contact', id }, nowMs)}
            utcOffsetMinutes={localOffset(nowMs)}
            path={path}
            params={query}
            ask={ask}
          />
          <ChangesTable changes={changes} path={path} params={query} />
          <SectionHeading>{t('page.network.answer')}</SectionHeading>
          {answers.map((answer) => (
            <AnswerPart key={answer.id} answer={answer} />
          ))}
        </div>
        <div className="min-w-0">
          {contact.detailed ? (
            <>
              <SectionHeading>{t('page.contact.facts')}</SectionHeading>
              <ContactFacts contact={contact} />
            </>
          ) : null}
          <RegisteredFields fields={contact.fields} />
          <RedactedFields
            redactions={readRedactions(contact.answerId).filter(({ handle }) => handle === contact.handle)}
          />
          {one ? <OneFacets one={one} names={['template', 'recipient', 'ip']} /> : null}
          {contact.origin === 'user' && contact.detailed && contact.purgedMs === null ? (
            <PersonalData contactId={id} action={deletePersonal} />
          ) : null}
          {contact.samePhone.length > 0 ? (
            <>
              <SectionHeading>{t('page.contact.same-phone')}</SectionHeading>
              <ul className="text-s">
                {contact.samePhone.map((other) => (
                  <li key={other.id} className="border-b border-line py-1">
                    <Link href={`/contacts/${other.id}`}>
                      <Mono text={other.handle} />
                    </Link>
                    {other.organisation ? (
                      <bdi className="block text-ink-3">
                        <Visible text={other.organisation} />
                      </bdi>
                    ) : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      </div>
      <EvidencePanel path={path} params={query} />
    </>
  );
}
