'use server';

import { type ActState, act, textOf } from '@/app/act';
import { judgeFinding } from '@/lib/services/judge';

export async function confirmFinding(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => judgeFinding(context, textOf(form, 'id'), 'confirmed'));
}

export async function rejectFinding(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => judgeFinding(context, textOf(form, 'id'), 'rejected'));
}

/** Takes a verdict back. */
export async function undoFinding(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => judgeFinding(context, textOf(form, 'id'), null));
}
