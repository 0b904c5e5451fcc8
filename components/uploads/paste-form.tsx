'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { TextArea } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { FormatField } from './format-field';

interface Props {
  action: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
  zone: string;
}

/** A log as text: from a terminal, a ticket or a blog. */
export function PasteForm({ action, zone }: Props) {
  const { t } = useWords();
  return (
    <ActionForm action={action} fields={{ zone }} className="grid gap-3">
      <TextArea
        mono
        name="text"
        required
        rows={6}
        label={t('page.uploads.paste')}
        hint={t('page.uploads.paste-hint')}
        placeholder="Aug  3 12:15:01 mx postfix/smtpd[811]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 450 4.7.1 …"
      />
      <div className="max-w-[332px]">
        <FormatField />
      </div>
      <div>
        <SubmitButton>{t('page.uploads.paste-send')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
