import { ownerContext } from '@/lib/services/context';
import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { AnswerTable } from '@/components/registries/answer-table';
import { LaneList } from '@/components/registries/lane-list';
import { PasteAnswers } from '@/components/registries/paste-answers';
import { QuestionTable } from '@/components/registries/question-table';
import { PageHeader } from '@/components/ui/headings';
import { readKeptAnswers } from '@/lib/db/read/kept-answers';
import { readFailedQuestions, readWaitingQuestions } from '@/lib/db/read/lanes';
import { readRegistries } from '@/lib/services/settings';
import { localOffset } from '../local-offset';
import { pageOffset } from '../page-offset';
import { getUi } from '../ui';
import { loadLanes, loadUnasked } from './load-lanes';
import { pasteAnswers, resume, retry, stop } from './actions';

const LIMIT = 50;
const QUESTIONS = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.registries.title') };
}

export default async function RegistriesPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [{ t }, params] = await Promise.all([getUi(), searchParams]);
  const { nowMs } = ownerContext();
  const utcOffsetMinutes = localOffset(nowMs);
  const registries = readRegistries(process.env);
  const lanes = loadLanes(nowMs, registries);
  const { questions, total } = readWaitingQuestions(QUESTIONS, nowMs);
  const offset = pageOffset(paramOf(params, 'offset'));
  const kept = readKeptAnswers({ limit: LIMIT, offset });
  return (
    <>
      <PageHeader
        title={t('page.registries.title')}
        lead={t('page.registries.lead', { waiting: total, answers: kept.total })}
      />
      <LaneList
        lanes={lanes}
        unasked={loadUnasked(lanes, nowMs, registries)}
        nowMs={nowMs}
        utcOffsetMinutes={utcOffsetMinutes}
        actions={{ resume, stop }}
      />
      <QuestionTable
        waiting={questions}
        total={total}
        failed={readFailedQuestions(QUESTIONS)}
        nowMs={nowMs}
        utcOffsetMinutes={utcOffsetMinutes}
        retry={retry}
      />
      <PasteAnswers action={pasteAnswers} />
      <AnswerTable {...kept} offset={offset} limit={LIMIT} utcOffsetMinutes={utcOffsetMinutes} />
    </>
  );
}
