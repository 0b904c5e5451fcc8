import type { ContactRole } from '@/lib/model';
import { all, one, run } from '../connection';
import { laterVersionMs, noteChange } from './changes';
import { linkContact } from './contact-rows';
import type { FactStoring } from './fact-storing';

/** A contact that a network's entry names, and as what. */
export interface NamedOn {
  id: number;
  role: ContactRole;
}

interface Before extends NamedOn {
  handle: string;
  answerId: number;
}

/**
 * Links a network to the contacts its own entry names, and keeps what differs from the entry as the same server told
 * it before: contacts that came are noted on both, and so are those it names no longer. An entry without any contact
 * tells of none gone: some servers leave them out of their lists.
 * @param isVersion whether the entry takes the place of one that was told before.
 */
export function storeNamedContacts(
  storing: FactStoring,
  networkId: number,
  named: readonly NamedOn[],
  isVersion: boolean,
): void {
  const before = isVersion && named.length > 0 ? readNamed(networkId) : [];
  for (const { id, role } of named) linkContact(storing, networkId, id, role);
  const text = one<{ text: string }>('SELECT text FROM Network WHERE id = ?', networkId)?.text ?? '';
  const names = new Set(named.map(({ id }) => id));
  const gone = new Map<number, Before>();
  for (const link of before) {
    if (laterVersionMs(link.answerId, storing.answerId) === null) continue;
    if (named.some(({ id, role }) => id === link.id && role === link.role)) continue;
    run('DELETE FROM NetworkContact WHERE networkId = ? AND contactId = ? AND role = ?', networkId, link.id, link.role);
    if (!names.has(link.id)) gone.set(link.id, link);
  }
  for (const link of gone.values()) note(storing, networkId, text, link, link.answerId, 'gone');
  const [last] = before;
  if (!last) return;
  const known = new Set(before.map(({ id }) => id));
  for (const id of names) {
    const handle = one<{ handle: string }>('SELECT handle FROM Contact WHERE id = ?', id)?.handle ?? '';
    if (!known.has(id)) note(storing, networkId, text, { id, handle }, last.answerId, 'came');
  }
}

/** What the network's own entry named; what a contact's list says is another's word. */
function readNamed(networkId: number): Before[] {
  return all<Before>(
    `SELECT c.id, c.handle, nc.role, nc.answerId FROM NetworkContact nc JOIN Contact c ON c.id = nc.contactId
     WHERE nc.networkId = ? AND nc.role <> 'referred' ORDER BY nc.answerId DESC, c.handle`,
    networkId,
  );
}

/** On the network's page and on the contact's. */
function note(
  { answerId }: FactStoring,
  networkId: number,
  text: string,
  contact: { id: number; handle: string },
  oldAnswerId: number,
  what: 'came' | 'gone',
): void {
  const atMs = laterVersionMs(oldAnswerId, answerId);
  if (atMs === null) return;
  const pair = (value: string) => (what === 'gone' ? { old: value, now: null } : { old: null, now: value });
  const onNetwork = { kind: 'network', entityId: networkId, field: 'contact', ...pair(contact.handle) } as const;
  noteChange(onNetwork, oldAnswerId, answerId, atMs);
  noteChange({ kind: 'contact', entityId: contact.id, field: 'entry', ...pair(text) }, oldAnswerId, answerId, atMs);
}
