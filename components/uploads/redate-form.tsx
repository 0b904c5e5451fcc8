'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { DatingFields } from './dating-fields';
import type { UploadView } from './upload-view';

export type UploadAction = (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;

interface Props {
  upload: UploadView;
  zones: readonly string[];
  action: UploadAction;
}

/** Another zone or year: events are re-dated where they are, nothing is sent again. */
export function RedateForm({ upload, zones, action }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading>{t('page.uploads.redate-title')}</SectionHeading>
      <p className="max-w-[68ch] text-s text-ink-2">{t('page.uploads.redate-hint')}</p>
      <ActionForm action={action} fields={{ id: upload.publicId }}>
        <DatingFields zone={upload.zone} zones={zones} year={upload.year} />
        <div className="mt-3">
          <SubmitButton disabled={upload.pending !== null}>{t('page.uploads.redate')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
