'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { TextField } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';

interface Props {
  limits: ReadonlyArray<{ host: string; limit: number; usual: number }>;
  most: number;
  action: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** How many questions a day each server is put. A field's name is its host. */
export function DayBudgetsForm({ limits, most, action }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading id="day-budgets">{t('page.settings.budget-title')}</SectionHeading>
      <p className="mb-4 max-w-[68ch] text-s text-ink-2">{t('page.settings.budget-lead', { most })}</p>
      <ActionForm
        action={action}
        className="grid gap-4"
        done={() => <Notice>{t('page.settings.budget-saved')}</Notice>}
      >
        <div className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-x-5 gap-y-4">
          {limits.map(({ host, limit, usual }) => (
            <TextField
              key={host}
              name={host}
              type="number"
              inputMode="numeric"
              step={1}
              min={1}
              max={most}
              defaultValue={limit}
              label={<Mono text={host} />}
              hint={t('page.settings.budget-usual', { usual })}
            />
          ))}
        </div>
        <div>
          <SubmitButton>{t('page.settings.budget-save')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
