'use server';

import { type ActState, act, textOf } from '@/app/act';
import { saveOwnNetworks } from '@/lib/services/own-networks';
import { addSample } from '@/lib/services/sample-case';

/** The user's own networks, which are never blocked. */
export async function saveNetworks(_state: ActState<number>, form: FormData): Promise<ActState<number>> {
  return act((context) => saveOwnNetworks(context, textOf(form, 'networks')));
}

export async function loadSample(_state: ActState): Promise<ActState> {
  return act(
    (context) => addSample(context),
    () => '/',
  );
}
