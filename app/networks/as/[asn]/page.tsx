import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { AsBlocksTable } from '@/components/networks/as-blocks-table';
import { ListPager } from '@/components/networks/list-pager';
import { QuestionList } from '@/components/networks/question-list';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { readAsn, readAsnBlocks } from '@/lib/db/read/asns';
import { message } from '@/lib/model';
import { listQuestions } from '@/lib/services/ask-question';
import { ownerContext } from '@/lib/services/context';
import { standOfBlock } from '@/lib/services/look-up-block';
import { EvidencePanel } from '../../../evidence-panel';
import { localOffset } from '../../../local-offset';
import { pageOffset } from '../../../page-offset';
import { readRowId } from '../../../row-id';
import { getUi } from '../../../ui';
import { ask } from '../../ask-action';
import { lookUp } from './look-up-action';

const LIMIT = 50;

interface Props {
  params: Promise<{ asn: string }>;
  searchParams: Promise<PageParams & { offset?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ asn }, { t }] = await Promise.all([params, getUi()]);
  return { title: readRowId(asn) > 0 ? `AS${readRowId(asn)}` : t('not-found.title') };
}

export default async function AsPage({ params, searchParams }: Props) {
  await connection();
  const [{ asn: asnText }, query, { t, rich }] = await Promise.all([params, searchParams, getUi()]);
  const asn = readRowId(asnText);
  const known = readAsn(asn);
  if (!known) notFound();
  const { name, blocks, seen, unknown } = known;
  const path = `/networks/as/${asn}`;
  const { nowMs } = ownerContext();
  const offset = pageOffset(query.offset);
  const shown = readAsnBlocks(asn, { limit: LIMIT, offset });
  const href = (at: number): string => (at === 0 ? path : `${path}?offset=${at}`);
  return (
    <>
      <PageHeader
        kicker={t('page.as.kicker')}
        title={<Mono text={`AS${asn}`} />}
        lead={
          <Rich
            parts={rich(
              message('page.as.lead', {
                named: name === null ? 'no' : 'yes',
                name: name ?? '',
                blocks,
                seen,
                rest: blocks - seen,
                unknown,
              }),
            )}
          />
        }
      />
      {blocks > 0 ? (
        <>
          <Notice>{t('page.as.no-evidence')}</Notice>
          <SectionHeading>{t('page.as.blocks')}</SectionHeading>
          <AsBlocksTable
            asn={asn}
            blocks={shown.map((block) => ({ ...block, asked: standOfBlock(block.range) }))}
            path={path}
            params={query}
            lookUp={lookUp}
          />
          <ListPager
            previousHref={offset > 0 ? href(Math.max(0, offset - LIMIT)) : null}
            nextHref={offset + LIMIT < blocks ? href(offset + LIMIT) : null}
            shown={t('page.as.shown', { shown: shown.length, total: blocks })}
          />
        </>
      ) : null}
      <QuestionList
        subject={{ kind: 'asn', id: asn }}
        questions={listQuestions({ kind: 'asn', id: asn }, nowMs)}
        utcOffsetMinutes={localOffset(nowMs)}
        path={path}
        params={query}
        ask={ask}
      />
      <EvidencePanel path={path} params={query} />
    </>
  );
}
