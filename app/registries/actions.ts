'use server';

import { type ActState, act, textOf } from '@/app/act';
import { type AddedAnswers, addAnswers } from '@/lib/services/add-answers';
import { resumeRegistry, retryQuestion, stopRegistry } from '@/lib/services/resume-registry';

/** Asks a registry's waiting questions at once. */
export async function resume(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => resumeRegistry(context, textOf(form, 'server')));
}

/** Asks a registry nothing more until it is resumed. */
export async function stop(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => stopRegistry(context, textOf(form, 'server')));
}

/** Gives a question that was given up another try. */
export async function retry(_state: ActState, form: FormData): Promise<ActState> {
  return act((context) => retryQuestion(context, textOf(form, 'key')));
}

/** Takes registry answers that were pasted by hand. */
export async function pasteAnswers(_state: ActState<AddedAnswers>, form: FormData): Promise<ActState<AddedAnswers>> {
  return act((context) => addAnswers(context, textOf(form, 'text')));
}
