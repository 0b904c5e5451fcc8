'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { Select } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';

interface Props {
  chosen: string;
  choices: ReadonlyArray<'forever' | '30' | '90' | '365'>;
  action: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** How long personal data of registry contacts is kept. */
export function RetentionForm({ chosen, choices, action }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading id="personal-data">{t('page.settings.retention-title')}</SectionHeading>
      <ActionForm
        action={action}
        className="grid gap-4"
        done={() => <Notice>{t('page.settings.retention-saved')}</Notice>}
      >
        <Select
          key={chosen}
          name="retention"
          defaultValue={chosen}
          label={t('page.settings.retention')}
          hint={t('page.settings.retention-hint')}
          options={choices.map((value) => ({
            value,
            label:
              value === 'forever'
                ? t('page.settings.retention-forever')
                : t('page.settings.retention-days', { days: Number(value) }),
          }))}
        />
        <div>
          <SubmitButton>{t('page.settings.retention-save')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
