'use server';

import { type ActState, act, actOrReturn, textOf } from '@/app/act';
import { saveOwnNetworks } from '@/lib/services/own-networks';
import { addSample, removeSample } from '@/lib/services/sample-case';

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

/** The banner's one click. */
export async function removeSampleCase(): Promise<void> {
  await actOrReturn(removeSample, '/settings');
}
