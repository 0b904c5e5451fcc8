'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import type { LeakAction } from './leak-view';

interface Props {
  recipient: string;
  /** The one it is named for so far. */
  service: string | null;
  action: LeakAction;
}

/** The field in a recipient's row that names the service it was given to. */
export function ServiceForm({ recipient, service, action }: Props) {
  const { t } = useWords();
  return (
    <ActionForm
      action={action}
      fields={{ recipient }}
      className="flex min-w-40 items-center gap-1.5 max-md:flex-wrap md:min-w-56"
    >
      <input
        key={service}
        name="service"
        defaultValue={service ?? ''}
        maxLength={200}
        aria-label={t('page.leaks.service-of', { recipient })}
        placeholder={t('page.leaks.service-unknown')}
        autoComplete="off"
        className="min-h-8 w-full min-w-0 rounded-m border border-edge bg-sheet px-2 py-1 text-s max-md:min-h-10"
      />
      <SubmitButton>{t('page.leaks.save')}</SubmitButton>
    </ActionForm>
  );
}
