'use server';

import { lookUpBlock } from '@/lib/services/look-up-block';
import { type ActState, act, textOf } from '../../../act';
import { readRowId } from '../../../row-id';

/** Asks the registry who holds a block that an AS announces. */
export async function lookUp(_: ActState, form: FormData): Promise<ActState> {
  return act((context) => lookUpBlock(context, readRowId(textOf(form, 'asn')), textOf(form, 'block')));
}
