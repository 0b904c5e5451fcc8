'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import type { UploadAction } from './redate-form';

/** Removing takes two steps: what goes is said before the button is there. */
export function RemoveForm({ publicId, events, action }: { publicId: string; events: number; action: UploadAction }) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading>{t('page.uploads.remove-title')}</SectionHeading>
      <details className="max-w-[68ch] text-s">
        <summary className="text-ink-2">{t('page.uploads.remove')}</summary>
        <p className="mt-2 mb-3">{t('page.uploads.remove-what', { events })}</p>
        <ActionForm action={action} fields={{ id: publicId }}>
          <SubmitButton>{t('page.uploads.remove-now')}</SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}
