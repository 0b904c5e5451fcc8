'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import type { Message } from '@/lib/model';

/** What a server action gives back: what went wrong, or what the verb gave. */
export interface FormState<Result> {
  error: Message | null;
  result?: Result;
}

interface Props<Result> {
  action: (state: FormState<Result>, form: FormData) => Promise<FormState<Result>>;
  /** Hidden fields. */
  fields?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
  /** What stands under the form once the verb has given something. */
  done?: (result: Result) => ReactNode;
}

const UNSENT = { error: null };

/**
 * A form that calls one verb, with or without scripts; what went wrong stands under it. React empties a
 * form whatever became of it: what a person wrote stays here until the verb has taken it.
 */
export function ActionForm<Result>({ action, fields = {}, className, children, done }: Props<Result>) {
  const { rich } = useWords();
  const [state, send] = useActionState<FormState<Result>, FormData>(action, UNSENT);
  const form = useRef<HTMLFormElement>(null);
  const taken = useRef(false);

  useEffect(() => {
    if (state === UNSENT || state.error) return;
    taken.current = true;
    form.current?.reset();
    taken.current = false;
  }, [state]);

  return (
    <form
      ref={form}
      action={send}
      className={className}
      onReset={(event) => {
        if (!taken.current) event.preventDefault();
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {state.error ? (
        <Notice tone="error">
          <Rich parts={rich(state.error)} />
        </Notice>
      ) : null}
      {state.result !== undefined && done ? done(state.result) : null}
    </form>
  );
}
