'use server';

import { type ActState, act, textOf } from '@/app/act';
import { forgetView, keepView } from '@/lib/services/keep-view';

/** Keeps the page as it is under a name. */
export async function saveView(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => keepView(context, { name: textOf(form, 'name'), query: textOf(form, 'query') }));
}

export async function removeView(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => forgetView(context, Number(textOf(form, 'id'))));
}
