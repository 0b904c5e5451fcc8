'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { TextField } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';

const KINDS = ['network', 'handle', 'negative'] as const;

interface Props {
  times: Readonly<Record<(typeof KINDS)[number], number>>;
  rules: Readonly<Record<(typeof KINDS)[number], { usual: number; least: number; most: number }>>;
  action: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** How long registry answers hold before the same is asked again. */
export function CacheTimesForm({ times, rules, action }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading id="cache-times">{t('page.settings.cache-title')}</SectionHeading>
      <p className="mb-4 max-w-[68ch] text-s text-ink-2">{t('page.settings.cache-lead')}</p>
      <ActionForm action={action} className="grid gap-4" done={() => <Notice>{t('page.settings.cache-saved')}</Notice>}>
        {KINDS.map((kind) => (
          <TextField
            key={kind}
            name={kind}
            type="number"
            inputMode="numeric"
            required
            step={1}
            min={rules[kind].least}
            max={rules[kind].most}
            defaultValue={times[kind]}
            label={t(`page.settings.cache.${kind}`)}
            hint={t(`page.settings.cache-hint.${kind}`, rules[kind])}
          />
        ))}
        <div>
          <SubmitButton>{t('page.settings.cache-save')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
