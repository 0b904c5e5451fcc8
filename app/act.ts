import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import { type Message, message, UserError } from '@/lib/model';
import { checkRequest } from '@/lib/services/check-request';
import { type Context, ownerContext } from '@/lib/services/context';

/** What a form knows after it was sent: what went wrong, or what the verb gave. */
export interface ActState<Result = unknown> {
  error: Message | null;
  result?: Result;
}

/** The text of a field; '' where the form has none, or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * The one way from a form to a verb: checks where the request comes from, runs the verb as the owner, and
 * turns what went wrong into a sentence. Faults of ours are logged and shown only as such.
 * @param leadsTo where to go afterwards; without it the page stays and shows what changed
 */
export async function act<Result>(
  verb: (context: Context) => Result | Promise<Result>,
  leadsTo?: (result: Result) => string,
): Promise<ActState<Result>> {
  let result: Result;
  try {
    const refusal = checkRequest({ method: 'POST', headers: await headers() }, process.env['PORT'] ?? '3000');
    if (refusal) return { error: message('act.refused') };
    result = await verb(ownerContext());
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof UserError) return { error: error.sentence };
    console.error(error);
    return { error: message('act.fault') };
  }
  revalidatePath('/', 'layout');
  if (leadsTo) redirect(leadsTo(result));
  return { error: null, result };
}
