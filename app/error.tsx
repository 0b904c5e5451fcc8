'use client';

import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { useWords } from '@/components/ui/language';

/** A fault of ours: said plainly, with the reference under which the server's output has it. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const { t } = useWords();
  return (
    <Empty
      heading
      title={t('error.title')}
      sentence={
        <>
          {t('error.body')}
          {error.digest ? (
            <span className="mono mt-2 block text-ink-3">{t('error.reference', { digest: error.digest })}</span>
          ) : null}
        </>
      }
      action={<Button onClick={reset}>{t('error.again')}</Button>}
    />
  );
}
