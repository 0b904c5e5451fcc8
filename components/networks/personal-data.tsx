'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';

interface Props {
  contactId: number;
  action: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** Deleting takes two steps: what goes and what stays is said before the button is there. */
export function PersonalData({ contactId, action }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading id="personal-data">{t('page.personal.title')}</SectionHeading>
      <details className="text-s">
        <summary className="cursor-pointer text-ink-2">{t('page.personal.delete')}</summary>
        <p className="mt-2">{t('page.personal.goes')}</p>
        <p className="mt-2">{t('page.personal.stays')}</p>
        <p className="mt-2 mb-3">{t('page.personal.again')}</p>
        <ActionForm action={action} fields={{ id: String(contactId) }}>
          <SubmitButton>{t('page.personal.delete-now')}</SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}
