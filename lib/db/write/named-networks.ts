import { type AddressRange, type ContactRole, formatRange } from '@/lib/model';
import { all, insert, one, run } from '../connection';
import { rangeBytes } from '../range-bytes';
import { laterVersionMs, noteChange } from './changes';

/** A network that an answer only names: its details are another question. */
export interface NamedNetwork {
  id: number;
  text: string;
  detailed: boolean;
  /** True where it was not known before. */
  fresh: boolean;
}

/** Makes the row of a network that an answer only names, unless it is there. */
export function nameNetwork(
  registry: string,
  range: AddressRange,
  name: string | null,
  answerId: number,
  origin: 'user' | 'sample',
): NamedNetwork {
  const [first, last] = rangeBytes(range);
  const known = one<{ id: number; detailed: number }>(
    'SELECT id, detailed FROM Network WHERE registry = ? AND firstBytes = ? AND lastBytes = ?',
    registry,
    first,
    last,
  );
  const text = formatRange(range);
  const id = insert(
    `INSERT INTO Network (registry, firstBytes, lastBytes, text, name, detailed, answerId, origin) VALUES (?, ?, ?, ?, ?, 0, ?, ?)
     ON CONFLICT (registry, firstBytes, lastBytes) DO UPDATE SET
       answerId = iif(origin = 'sample' AND excluded.origin = 'user', excluded.answerId, answerId),
       origin = iif(origin = 'user', 'user', excluded.origin) RETURNING id`,
    registry,
    first,
    last,
    text,
    name,
    answerId,
    origin,
  );
  return { id, text, detailed: known?.detailed === 1, fresh: known === undefined };
}

/**
 * Links the networks that a contact's list names to it, and keeps what differs from the list before: networks that
 * came are noted, and so are those that are gone, which name it no longer.
 * @param isWhole true where the list has all there is: only then is a network gone that is not in it.
 */
export function linkReferred(
  contactId: number,
  listed: ReadonlyMap<number, NamedNetwork>,
  answerId: number,
  isWhole: boolean,
  link: (networkId: number, contactId: number, role: ContactRole) => void,
): void {
  const before = all<{ id: number; text: string; answerId: number; same: number }>(
    `SELECT n.id, n.text, nc.answerId, old.server = new.server AND old.query = new.query AS same
     FROM NetworkContact nc JOIN Network n ON n.id = nc.networkId JOIN Answer old ON old.id = nc.answerId JOIN Answer new ON new.id = ?
     WHERE nc.contactId = ? AND nc.role = 'referred' ORDER BY same DESC, n.firstBytes, n.lastBytes`,
    answerId,
    contactId,
  );
  for (const id of listed.keys()) link(id, contactId, 'referred');
  const [last] = before;
  const atMs = last?.same === 1 ? laterVersionMs(last.answerId, answerId) : null;
  if (!last || atMs === null) return;
  const note = (old: string | null, now: string | null): void =>
    noteChange({ kind: 'contact', entityId: contactId, field: 'network', old, now }, last.answerId, answerId, atMs);
  const known = new Set(before.map(({ id }) => id));
  for (const { id, text } of listed.values()) if (!known.has(id)) note(null, text);
  if (!isWhole) return;
  for (const { id, text, same } of before) {
    // What another question or registry told stays.
    if (same !== 1 || listed.has(id)) continue;
    note(text, null);
    run(`DELETE FROM NetworkContact WHERE networkId = ? AND contactId = ? AND role = 'referred'`, id, contactId);
  }
}
