'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { NextTry } from './next-try';
import { QuestionText } from './question-text';
import { FOR_GOOD_MS, type QuestionView, type RegistryAction } from './registry-view';

interface Props {
  waiting: readonly QuestionView[];
  total: number;
  failed: readonly QuestionView[];
  nowMs: number;
  utcOffsetMinutes: number;
  retry: RegistryAction;
}

/** The next questions and when they are asked; and those given up, with another try. */
export function QuestionTable({ waiting, total, failed, nowMs, utcOffsetMinutes, retry }: Props) {
  const { t } = useWords();
  return (
    <>
      {waiting.length > 0 ? (
        <div className="mt-8">
          <Table caption={t('page.registries.waiting', { shown: waiting.length, total })}>
            <thead>
              <tr>
                <Th>{t('page.registries.question')}</Th>
                <Th>{t('page.registries.registry')}</Th>
                <Th right>{t('page.registries.attempts')}</Th>
                <Th>{t('page.registries.next')}</Th>
              </tr>
            </thead>
            <tbody>
              {waiting.map((question) => (
                <Row key={question.key}>
                  <Td>
                    <QuestionText question={question} />
                  </Td>
                  <Td>
                    <Mono text={question.lane} />
                  </Td>
                  <Td right>{question.attempts}</Td>
                  <Td>
                    {question.availableMs >= FOR_GOOD_MS ? (
                      t('page.registries.stopped')
                    ) : (
                      <NextTry short atMs={question.availableMs} nowMs={nowMs} utcOffsetMinutes={utcOffsetMinutes} />
                    )}
                  </Td>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      {failed.length > 0 ? (
        <>
          <SectionHeading>{t('page.registries.given-up')}</SectionHeading>
          <ul className="border-t border-ink text-s">
            {failed.map((question) => (
              <FailedQuestion key={question.key} question={question} retry={retry} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function FailedQuestion({ question, retry }: { question: QuestionView; retry: RegistryAction }) {
  const { t, rich } = useWords();
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 border-b border-line py-2">
      <div>
        <p>
          <QuestionText question={question} /> · <Mono text={question.lane} />
        </p>
        {question.error ? (
          <p className="text-ink-2">
            <Rich parts={rich(question.error)} />
          </p>
        ) : null}
      </div>
      <ActionForm action={retry} fields={{ key: question.key }}>
        <SubmitButton>{t('page.registries.retry')}</SubmitButton>
      </ActionForm>
    </li>
  );
}
