import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AnswerDetail } from '@/components/registries/answer-detail';
import { readKeptAnswer } from '@/lib/db/read/kept-answers';
import { findRow } from '@/lib/services/find-way';
import { readRegistries } from '@/lib/services/settings';
import { localOffset } from '../../../local-offset';
import { getUi } from '../../../ui';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.registries.answer-title') };
}

export default async function AnswerPage({ params }: Props) {
  await connection();
  const answer = readKeptAnswer((await params).id);
  if (!answer) notFound();
  const registries = readRegistries(process.env);
  const row =
    findRow(registries, answer.server) ??
    [...registries.whois.values()].find(({ registry }) => registry === answer.server);
  return <AnswerDetail answer={answer} terms={row?.terms ?? ''} utcOffsetMinutes={localOffset(answer.askedMs)} />;
}
