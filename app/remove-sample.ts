'use server';

import { removeSample as remove } from '@/lib/services/sample-case';
import { type ActState, act } from './act';

/** Takes the sample case away; any page may offer it. */
export async function removeSample(): Promise<ActState> {
  return act(remove, () => '/');
}
