'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';

interface Props {
  /** The server action that takes the sample case away. */
  remove: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** Says that what is shown is invented, and takes it away with one click. */
export function SampleBanner({ remove }: Props) {
  const { t, rich } = useWords();
  return (
    <aside className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-dashed border-edge bg-sunk px-8 py-2 text-s text-ink-2 max-md:px-4">
      <p className="max-w-[100ch]">
        <Rich parts={rich({ key: 'sample.banner', params: {} })} />
      </p>
      <ActionForm action={remove}>
        <SubmitButton>{t('sample.remove')}</SubmitButton>
      </ActionForm>
    </aside>
  );
}
