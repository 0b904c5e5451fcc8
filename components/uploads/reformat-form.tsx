'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { Select } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { FORMAT_NAMES } from '@/lib/model';
import type { UploadAction } from './redate-form';
import type { UploadView } from './upload-view';

/** Keeps the refusals of one mail server only; where there was but one to begin with there is nothing to choose. */
export function ReformatForm({ upload, action }: { upload: UploadView; action: UploadAction }) {
  const { t } = useWords();
  const { publicId, formats, format, pending } = upload;
  if (formats.length < 2 && format === null) return null;
  return (
    <>
      <SectionHeading>{t('page.uploads.format-title')}</SectionHeading>
      <p className="max-w-[68ch] text-s text-ink-2">{t('page.uploads.format-change-hint')}</p>
      <ActionForm action={action} fields={{ id: publicId }} className="mt-3 grid max-w-[332px] gap-3">
        <Select
          name="format"
          label={t('page.uploads.format')}
          defaultValue={format ?? ''}
          options={[
            { value: '', label: t('page.uploads.format-all') },
            ...formats.map(({ format: name }) => ({ value: name, label: FORMAT_NAMES[name] })),
          ]}
        />
        <div>
          <SubmitButton disabled={pending !== null}>{t('page.uploads.format-keep')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
