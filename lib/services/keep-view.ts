import { z } from 'zod';
import { deleteView, saveView } from '@/lib/db/write/views';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';

const ViewInput = z.object({ name: z.string().trim().min(1).max(80), query: z.string().max(8000) });

/** The parameters that are part of a view; what is open in the drawer is not. */
const KEPT = ['q', 'order', 'panel'] as const;

/**
 * Keeps a view of the refusals under a name; one that has the name is replaced.
 * @param input.query the parameters of the page's URL
 * @throws UserError where there is no name, or one that is too long.
 */
export function keepView(context: Context, input: { name: string; query: string }): void {
  const parsed = ViewInput.safeParse(input);
  if (!parsed.success) throw new UserError('bad-input', message('services.view.bad-name', { most: 80 }));
  const given = new URLSearchParams(parsed.data.query);
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = given.get(name);
    if (value) kept.set(name, value);
  }
  saveView(parsed.data.name, kept.toString(), context.nowMs);
}

/** Forgets a view. */
export function forgetView(_context: Context, id: number): void {
  if (!deleteView(id)) throw new UserError('not-found', message('services.view.unknown'));
}
