import { readContact } from '@/lib/db/read/contacts';
import { transaction } from '@/lib/db/transaction';
import { setPivot } from '@/lib/db/write/answers';
import { message, UserError } from '@/lib/model';
import { type Directory, questionText, type ServerRow } from '@/lib/registry';
import type { Context } from './context';
import { enqueueQuestion } from './enqueue-question';
import { readDirectory } from './settings';

/**
 * Queues "which networks name this contact?", where a person asks for it.
 * @returns the server that will be asked.
 * @throws UserError where the contact is unknown or of the sample case, was asked before, or where no
 * registry of ours answers the question.
 */
export function askPivot(
  context: Context,
  contactId: number,
  directory: Directory = readDirectory(process.env),
): { server: string } {
  return transaction(() => {
    const contact = readContact(contactId);
    if (!contact) throw new UserError('not-found', message('services.contact.unknown', { id: contactId }));
    const { handle, registry } = contact;
    if (contact.origin === 'sample') throw new UserError('refused', message('services.pivot.sample', { handle }));
    if (contact.pivot !== 'none') throw new UserError('conflict', message('services.pivot.asked', { handle }));
    const row = pivotServer(directory, contact);
    if (!row) throw new UserError('unavailable', message('services.pivot.unsupported', { handle, registry }));
    setPivot(registry, handle, 'asked');
    enqueueQuestion({ server: row.host, kind: 'pivot', key: handle, depth: 1, asked: [] }, 999_999, context.nowMs);
    return { server: row.host };
  });
}

/** The server that answers the pivot for this contact: the one that told us of it, else another of its registry. */
function pivotServer(
  directory: Directory,
  contact: { registry: string; handle: string; server: string },
): ServerRow | undefined {
  const able = [...directory.values()].filter(
    (row) => row.registry === contact.registry && questionText(row, { kind: 'pivot', key: contact.handle }) !== null,
  );
  return able.find((row) => row.host === contact.server) ?? able[0];
}
