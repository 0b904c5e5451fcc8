'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { TextField } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import type { LeakAction } from './leak-view';

/** An address that the log need not have seen yet, and the service it was given to. */
export function NameForm({ action }: { action: LeakAction }) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading>{t('page.leaks.name-title')}</SectionHeading>
      <ActionForm action={action} className="grid max-w-[680px] gap-4 md:grid-cols-2">
        <TextField
          mono
          required
          name="recipient"
          type="email"
          label={t('page.leaks.recipient')}
          hint={t('page.leaks.recipient-hint')}
          autoComplete="off"
        />
        <TextField
          required
          name="service"
          maxLength={200}
          label={t('page.leaks.service')}
          hint={t('page.leaks.service-hint')}
          autoComplete="off"
        />
        <div>
          <SubmitButton>{t('page.leaks.name')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
