'use server';

import { type ActState, act, textOf } from '@/app/act';
import { removeOfflineFile } from '@/lib/services/offline-files';

/** Forgets one of the operator's own files of networks. */
export async function removeOffline(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => removeOfflineFile(context, textOf(form, 'id')));
}
