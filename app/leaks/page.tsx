import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { FindingList } from '@/components/findings/finding-list';
import { suggestedOf } from '@/components/findings/standing';
import { FoundRecipients } from '@/components/leaks/found-recipients';
import { LeakList } from '@/components/leaks/leak-list';
import { NameForm } from '@/components/leaks/name-form';
import { RecipientTable } from '@/components/leaks/recipient-table';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { readFindings } from '@/lib/db/read/findings';
import { readServices } from '@/lib/db/read/leaked-services';
import { type RecipientChoice, readRecipients, readServicesOf } from '@/lib/db/read/leaks';
import { EvidencePanel } from '../evidence-panel';
import { confirmFinding, rejectFinding, undoFinding } from '../findings/actions';
import { FilterBar } from '../filter-bar';
import { FoundFrame } from '../found-frame';
import { viewFinding } from '../load-home';
import { type FoundList, loadFound, loadGroups } from '../load-groups';
import { pageOffset } from '../page-offset';
import { getUi } from '../ui';
import { nameService } from './actions';

const PATH = '/leaks';
const LIMIT = 50;
const FINDINGS = 200;
const CHOICES: readonly RecipientChoice[] = ['single-use', 'named', 'all'];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.leaks.title') };
}

export default async function LeaksPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const list = paramOf(params, 'q')?.trim() ? await loadFound(params) : null;
  const services = await readServices();
  const findings = readFindings({ limit: FINDINGS, offset: 0 })
    .findings.filter(({ detector }) => detector === 'canary-leak')
    .map((finding) => viewFinding(finding, services[0]?.utcOffsetMinutes));
  const written = services.filter(({ events }) => events > 0).length;
  return (
    <>
      <PageHeader
        title={t('page.leaks.title')}
        lead={
          services.length === 0
            ? t('page.leaks.lead-empty')
            : t('page.leaks.lead', { services: services.length, written })
        }
      />
      <FilterBar path={PATH} params={params} kept={[]} />
      <FindingList
        title={t('page.leaks.findings')}
        findings={findings}
        suggested={suggestedOf(findings)}
        path={PATH}
        params={params}
        actions={{ confirm: confirmFinding, reject: rejectFinding, undo: undoFinding }}
      />
      <LeakList services={services} />
      {list ? (
        <Recipients list={list} params={params} />
      ) : (
        <RecipientTable {...(await loadRecipients(params))} choices={CHOICES} limit={LIMIT} action={nameService} />
      )}
      <NameForm action={nameService} />
      <EvidencePanel path={PATH} params={params} />
    </>
  );
}

/** The recipients that were asked for; unasked, those that look given to a single service, where there are any. */
async function loadRecipients(params: PageParams) {
  const offset = pageOffset(paramOf(params, 'offset'));
  const asked = CHOICES.find((choice) => choice === paramOf(params, 'show'));
  const choice = asked ?? 'single-use';
  const found = await readRecipients(choice, { limit: LIMIT, offset });
  if (asked !== undefined || found.total > 0) return { ...found, choice, offset };
  return { ...(await readRecipients('all', { limit: LIMIT, offset })), choice: 'all' as const, offset };
}

/** The recipients among what a filter finds. */
async function Recipients({ list, params }: { list: FoundList; params: PageParams }) {
  const { t } = await getUi();
  const groups = list.found && loadGroups(list.found.matches, 'recipient', params);
  const services = readServicesOf(groups?.groups.map(({ id }) => id) ?? []);
  return (
    <>
      <SectionHeading>{t('page.leaks.found')}</SectionHeading>
      <FoundFrame path={PATH} params={params} list={list} groups={groups}>
        <FoundRecipients
          recipients={(groups?.groups ?? []).map((group) => ({ group, service: services.get(group.id) ?? null }))}
          filter={list.text}
          utcOffsetMinutes={groups?.utcOffsetMinutes ?? 0}
          action={nameService}
        />
      </FoundFrame>
    </>
  );
}
