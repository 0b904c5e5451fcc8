import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { pageUnder } from '@/components/events/events-href';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { FacetList } from '@/components/groups/facet-list';
import { LastRefusals } from '@/components/groups/last-refusals';
import { SampleSenders } from '@/components/templates/sample-senders';
import { TemplateFindings } from '@/components/templates/template-findings';
import { TemplateName } from '@/components/templates/template-table';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/headings';
import { Rich } from '@/components/ui/rich';
import { type Matches, readRows } from '@/lib/db/read/explore';
import { readFindingsNaming } from '@/lib/db/read/findings';
import { readTemplate } from '@/lib/db/read/templates';
import { idValue } from '@/lib/filter';
import { message } from '@/lib/model';
import { EvidencePanel } from '../../evidence-panel';
import { FilterBar } from '../../filter-bar';
import { viewFinding } from '../../load-home';
import { loadOne, valuesOf } from '../../load-one';
import { OneRefusals } from '../../one-refusals';
import { readRowId } from '../../row-id';
import { getUi } from '../../ui';
import { templateSentence } from '../template-sentences';

/** Refusals among which sample senders are looked for, and how many are shown. */
const LOOKED_AT = 200;
const SAMPLES = 8;
const FINDINGS = 20;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const [{ id }, { t }] = await Promise.all([params, getUi()]);
  const template = readTemplate(readRowId(id));
  return { title: template ? template.pattern || t('page.templates.null-sender') : t('not-found.title') };
}

export default async function TemplatePage({ params, searchParams }: Props) {
  await connection();
  const [{ id: idText }, query, ui] = await Promise.all([params, searchParams, getUi()]);
  const { t, rich } = ui;
  const id = readRowId(idText);
  const template = readTemplate(id);
  if (!template) notFound();
  const path = `/templates/${id}`;
  const one = await loadOne(query, 'template', idValue(id));
  const { matches, text, utcOffsetMinutes, narrowed } = one;
  const sentences = [
    templateSentence(template, ui),
    ...(matches && !narrowed ? [message('page.template.events', { events: matches.length })] : []),
  ];
  return (
    <>
      <PageHeader
        kicker={t('page.template.kicker')}
        title={<TemplateName pattern={template.pattern} />}
        lead={sentences.map((sentence) => (
          <span key={sentence.key}>
            <Rich parts={rich(sentence)} />{' '}
          </span>
        ))}
        actions={
          <>
            <LinkButton href={`/graph?center=template:${id}`}>{t('page.address.graph')}</LinkButton>
            <LinkButton href={pageUnder('/events', text)}>{t('list.all-refusals')}</LinkButton>
          </>
        }
      />
      <FilterBar path={path} params={query} />
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          <OneRefusals one={one} />
          <TemplateFindings
            findings={readFindingsNaming({ kind: 'template', id }, FINDINGS).map((finding) =>
              viewFinding(finding, utcOffsetMinutes),
            )}
            path={path}
            params={query}
          />
          <LastRefusals refusals={one.last} path={path} params={query} />
        </div>
        <div className="min-w-0">
          {template.parts.length > 0 && matches ? <SampleSenders senders={sampleSenders(matches)} /> : null}
          {(
            [
              ['org', t('page.template.who')],
              ['net', t('page.template.networks')],
              ['ip', t('page.template.addresses')],
              ['recipient', t('page.template.recipients')],
            ] as const
          ).map(([name, title]) => (
            <FacetList key={name} title={title} name={name} values={valuesOf(matches, name)} filter={text} />
          ))}
        </div>
      </div>
      <EvidencePanel path={path} params={query} />
    </>
  );
}

/** The newest senders that differ. */
function sampleSenders(matches: Matches): string[] {
  const rows = readRows(matches, { order: 'newest', offset: 0, limit: LOOKED_AT });
  return [...new Set(rows.flatMap(({ sender }) => (sender ? [sender] : [])))].slice(0, SAMPLES);
}
