'use server';

import { type ActState, act, textOf } from '@/app/act';
import { type MadeToken, makeIngestToken, revokeToken } from '@/lib/services/ingest-tokens';

/** A new token, shown once. */
export async function makeToken(_state: ActState<MadeToken>, form: FormData): Promise<ActState<MadeToken>> {
  return act((context) => makeIngestToken(context, { name: textOf(form, 'name'), zone: textOf(form, 'zone') }));
}

/** Nothing comes in with it any more. */
export async function revokeIngest(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => revokeToken(context, textOf(form, 'id')));
}
