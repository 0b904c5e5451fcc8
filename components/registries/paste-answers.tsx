'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { TextArea } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { type AnswersTaken, TakenAnswers } from './taken-answers';

interface Props {
  action: (state: FormState<AnswersTaken>, form: FormData) => Promise<FormState<AnswersTaken>>;
}

/** Answers that a person got by other ways: from a web form, another machine, a ticket. */
export function PasteAnswers({ action }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading id="paste">{t('page.registries.paste-title')}</SectionHeading>
      <ActionForm action={action} className="grid gap-3" done={(taken) => <TakenAnswers taken={taken} />}>
        <TextArea
          mono
          required
          name="text"
          rows={10}
          label={t('page.registries.paste')}
          hint={t('page.registries.paste-hint')}
          placeholder={
            '$ whois -h whois.nic.ad.jp 192.0.2.1\nNetwork Information:\na. [Network Number]             192.0.2.0/24'
          }
        />
        <div>
          <SubmitButton look="seal">{t('page.registries.paste-send')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
