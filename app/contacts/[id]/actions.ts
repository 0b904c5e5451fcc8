'use server';

import { purgeContact } from '@/lib/services/purge-contact';
import { type ActState, act, textOf } from '../../act';
import { readRowId } from '../../row-id';

/** Deletes a contact's personal data. */
export async function deletePersonal(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => purgeContact(context, readRowId(textOf(form, 'id'))));
}
