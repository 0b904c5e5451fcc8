'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';

interface Props {
  loaded: boolean;
  load: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
  remove: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** The sample case comes and goes with one click. */
export function SampleSection({ loaded, load, remove }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading>{t('page.settings.sample-title')}</SectionHeading>
      <p className="mb-3 max-w-[68ch] text-s text-ink-2">
        {t(loaded ? 'page.settings.sample-loaded' : 'page.settings.sample-absent')}
      </p>
      {loaded ? (
        <ActionForm action={remove}>
          <SubmitButton>{t('sample.remove')}</SubmitButton>
        </ActionForm>
      ) : (
        <ActionForm action={load}>
          <SubmitButton>{t('page.findings.load-sample')}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
