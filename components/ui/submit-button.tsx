'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';
import { useWords } from './language';

/** The button that sends its form; says "working" and takes no second press while the form is under way. */
export function SubmitButton({ children, ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  const { t } = useWords();
  return (
    <Button {...rest} type="submit" disabled={pending || rest.disabled} aria-live="polite">
      {pending ? t('ui.working') : children}
    </Button>
  );
}
