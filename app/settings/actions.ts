'use server';

import { type ActState, act, textOf } from '@/app/act';
import { saveCacheTimes } from '@/lib/services/cache-times';
import { saveDayLimits } from '@/lib/services/day-budget';
import { saveOwnNetworks } from '@/lib/services/own-networks';
import { saveRetention } from '@/lib/services/retain-personal';
import { addSample } from '@/lib/services/sample-case';
import { readRegistries } from '@/lib/services/settings';

/** The user's own networks, which are never blocked. */
export async function saveNetworks(_state: ActState<number>, form: FormData): Promise<ActState<number>> {
  return act((context) => saveOwnNetworks(context, textOf(form, 'networks')));
}

/** How long registry answers hold. */
export async function saveTimes(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) =>
    saveCacheTimes(context, {
      network: textOf(form, 'network'),
      handle: textOf(form, 'handle'),
      negative: textOf(form, 'negative'),
    }),
  );
}

/** How many questions a day each registry's server is put. */
export async function saveBudgets(_state: ActState, form: FormData): Promise<ActState> {
  const texts = new Map([...form.keys()].map((host) => [host, textOf(form, host)]));
  return act((context) => saveDayLimits(context, texts, readRegistries(process.env)));
}

/** How long personal data of registry contacts is kept. */
export async function saveKeeping(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => saveRetention(context, textOf(form, 'retention')));
}

export async function loadSample(_state: ActState): Promise<ActState> {
  return act(
    (context) => addSample(context),
    () => '/',
  );
}
