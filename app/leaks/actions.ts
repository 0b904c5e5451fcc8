'use server';

import { type ActState, act, textOf } from '@/app/act';
import { nameCanary } from '@/lib/services/judge';

/** Names the one service that a recipient address was given to; an empty service takes it back. */
export async function nameService(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) =>
    nameCanary(context, { recipient: textOf(form, 'recipient'), service: textOf(form, 'service') }),
  );
}
