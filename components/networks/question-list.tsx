'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { EvidenceMark } from '@/components/ui/evidence-mark';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import { message } from '@/lib/model';
import { givenSentence, type QuestionRow, standingSentence } from './question-sentences';

interface Props {
  /** `contact`, `organisation`, `network` or `asn`, and which. */
  subject: { kind: string; id: number };
  questions: readonly QuestionRow[];
  utcOffsetMinutes: number;
  path: string;
  params: PageParams;
  ask: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** The questions that lead on from what a page is about: where each stands, what came of it, and the button. */
export function QuestionList({ questions, ...rest }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading id="questions">{t('page.question.title')}</SectionHeading>
      <ul className="border-t border-line text-s">
        {questions.map((question, index) => (
          <QuestionItem key={`${question.kind} ${question.key}`} question={question} number={index + 1} {...rest} />
        ))}
      </ul>
    </>
  );
}

function QuestionItem({
  question,
  number,
  subject,
  utcOffsetMinutes,
  path,
  params,
  ask,
}: Omit<Props, 'questions'> & { question: QuestionRow; number: number }) {
  const { t, rich } = useWords();
  const { kind, key, standing, given, personal } = question;
  const canAsk = standing.state === 'open' || standing.state === 'failed';
  const sentence = standingSentence(question);
  const error = standing.state === 'waiting' || standing.state === 'failed' ? standing.error : null;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 border-b border-line py-2.5 max-md:grid-cols-1">
      <div className="max-w-[68ch]">
        <p>
          <Rich parts={rich(message(`page.question.${kind}`, { subject: key }))} />
        </p>
        {given ? (
          <p className="text-ink-2">
            <Rich parts={rich(givenSentence(kind, given), utcOffsetMinutes)} />{' '}
            <EvidenceMark
              number={number}
              href={hrefWith(path, params, { evidence: formatEvidence([{ kind: 'answer', id: given.answerId }]) })}
              first
            />
          </p>
        ) : null}
        {sentence ? (
          <p className="text-ink-3">
            <Rich parts={rich(sentence, utcOffsetMinutes)} />
          </p>
        ) : null}
        {error ? (
          <p className="mt-1 border-l-2 border-line-2 pl-3">
            <Rich parts={rich(error, utcOffsetMinutes)} />
          </p>
        ) : null}
        {personal && canAsk ? <p className="text-ink-3">{t('page.question.personal', personal)}</p> : null}
      </div>
      {canAsk ? (
        <ActionForm action={ask} fields={{ subject: subject.kind, id: String(subject.id), kind, key }}>
          <SubmitButton>{t(given ? 'page.question.again' : 'page.question.ask')}</SubmitButton>
        </ActionForm>
      ) : null}
    </li>
  );
}
