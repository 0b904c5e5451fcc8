import { type ContactDetail, type PivotState, readContact } from '@/lib/db/read/contacts';
import { transaction } from '@/lib/db/transaction';
import { setPivot } from '@/lib/db/write/answers';
import { isMaintainer } from '@/lib/detect';
import { message, UserError } from '@/lib/model';
import type { Obstacle } from '@/lib/registry';
import type { Context } from './context';
import { enqueueQuestion } from './enqueue-question';
import { findWay, type Registries } from './find-way';
import { readRegistries } from './settings';

/** How far the question has come; an obstacle where it was not asked and nobody can be asked. */
export type PivotStanding = PivotState | Obstacle;

/** Where the question which networks name this contact stands, as the directory of registries is now. */
export function pivotStanding(contact: Named, registries: Registries = readRegistries(process.env)): PivotStanding {
  if (contact.pivot !== 'none') return contact.pivot;
  const way = pivotWay(contact, registries);
  return 'obstacle' in way ? way.obstacle : 'none';
}

/**
 * Queues "which networks name this contact?", where a person asks for it.
 * @returns the server that will be asked.
 * @throws UserError where the contact is unknown or of the sample case, was asked before, or where no
 * registry of ours answers the question.
 */
export function askPivot(
  context: Context,
  contactId: number,
  registries: Registries = readRegistries(process.env),
): { server: string } {
  return transaction(() => {
    const contact = readContact(contactId);
    if (!contact) throw new UserError('not-found', message('services.contact.unknown', { id: contactId }));
    const { handle, registry } = contact;
    if (contact.origin === 'sample') throw new UserError('refused', message('services.pivot.sample', { handle }));
    if (contact.pivot !== 'none') throw new UserError('conflict', message('services.pivot.asked', { handle }));
    const way = pivotWay(contact, registries);
    if ('obstacle' in way)
      throw new UserError('unavailable', message('services.pivot.unsupported', { handle, registry }));
    setPivot(registry, handle, 'asked');
    const question = { server: way.row.host, kind: pivotKind(handle), key: handle, depth: 1, asked: [] };
    enqueueQuestion(question, 999_999, context.nowMs);
    return { server: way.row.host };
  });
}

type Named = Pick<ContactDetail, 'registry' | 'handle' | 'server' | 'pivot'>;

const pivotKind = (handle: string): 'pivot' | 'pivot-maintainer' =>
  isMaintainer(handle) ? 'pivot-maintainer' : 'pivot';

function pivotWay({ registry, handle, server }: Named, registries: Registries): ReturnType<typeof findWay> {
  return findWay(registries, registry, { kind: pivotKind(handle), key: handle }, server);
}
