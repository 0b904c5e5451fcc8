'use server';

import { askPivot } from '@/lib/services/ask-pivot';
import { type ActState, act, textOf } from '../act';
import { readRowId } from '../row-id';

/** Asks the registry which networks name this contact. */
export async function ask(_: ActState, form: FormData): Promise<ActState> {
  return act((context) => askPivot(context, readRowId(textOf(form, 'contact'))));
}
