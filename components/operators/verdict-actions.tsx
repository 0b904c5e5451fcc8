'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { LinkButton } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Verdict } from '@/lib/model';

/** A server action of one form. */
export type FormAction = (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;

interface Props {
  operator: string;
  verdict: Verdict | null;
  judge: FormAction;
  toBlockList: FormAction;
}

/** What a person can do about an operator; the seal is the next step: confirm it, then make its block list. */
export function VerdictActions({ operator, verdict, judge, toBlockList }: Props) {
  const { t } = useWords();
  return (
    <>
      <LinkButton href={`/graph?center=operator:${operator}`}>{t('page.operators.graph')}</LinkButton>
      {verdict === 'rejected' ? null : (
        <LinkButton href={`/reports/new?operator=${operator}`}>{t('page.operators.report')}</LinkButton>
      )}
      {verdict === null ? (
        <>
          <ActionForm action={judge} fields={{ operator, verdict: 'rejected' }}>
            <SubmitButton keyHint="n">{t('verdict.reject')}</SubmitButton>
          </ActionForm>
          <ActionForm action={judge} fields={{ operator, verdict: 'confirmed' }}>
            <SubmitButton look="seal" keyHint="y">
              {t('verdict.confirm')}
            </SubmitButton>
          </ActionForm>
        </>
      ) : (
        <ActionForm action={judge} fields={{ operator, verdict: '' }}>
          <SubmitButton keyHint="u">{t('verdict.undo')}</SubmitButton>
        </ActionForm>
      )}
      {verdict === 'confirmed' ? (
        <ActionForm action={toBlockList} fields={{ operator }}>
          <SubmitButton look="seal" keyHint="b">
            {t('page.operators.block-list')}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
