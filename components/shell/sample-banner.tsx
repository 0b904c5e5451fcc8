'use client';

import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';

/** Says that what is shown is invented, and takes it away with one click. `remove`: the server action. */
export function SampleBanner({ remove }: { remove: (form: FormData) => Promise<void> }) {
  const { t, rich } = useWords();
  return (
    <aside className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-dashed border-edge bg-sunk px-8 py-2 text-s text-ink-2 max-md:px-4">
      <p className="max-w-[80ch]">
        <Rich parts={rich({ key: 'sample.banner', params: {} })} />
      </p>
      <form action={remove}>
        <SubmitButton>{t('sample.remove')}</SubmitButton>
      </form>
    </aside>
  );
}
