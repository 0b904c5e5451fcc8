'use client';

import { useState } from 'react';
import { Button } from './button';
import type { ButtonLook } from './button-style';
import { useWords } from './language';

/** Copies `text` as it is, hidden characters included, and says how that went. */
export function CopyButton({ text, label, look = 'plain' }: { text: string; label?: string; look?: ButtonLook }) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // No permission, or no secure origin: the person is told to do it by hand.
      setOutcome('refused');
    }
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button look={look} onClick={copy} onBlur={() => setOutcome(null)}>
        {outcome === 'copied' ? t('ui.copied') : (label ?? t('ui.copy'))}
      </Button>
      <span role="status" className={outcome === 'refused' ? 'text-s text-ink-2' : 'sr-only'}>
        {outcome === 'refused' ? t('ui.copy-failed') : outcome === 'copied' ? t('ui.copied') : ''}
      </span>
    </span>
  );
}
