import { all } from '../connection';
import type { ChangedKind, TRACKED } from '../write/changes';

/** A field that a later answer told differently. */
export interface ChangeRow {
  id: number;
  atMs: number;
  /**
   * `network`: in a contact's list; `entry`: a network whose own entry names the contact; `contact`: one that a
   * network's own entry names. `old` where it is gone, `new` where it came.
   */
  field: (typeof TRACKED)[ChangedKind][number] | 'network' | 'entry' | 'contact';
  old: string | null;
  new: string | null;
  oldAnswerId: number;
  newAnswerId: number;
}

/** What changed on an entity, the newest first, at most 100. */
export function readChanges(kind: ChangedKind, id: number): ChangeRow[] {
  return all(
    `SELECT id, atMs, field, old, new, oldAnswerId, newAnswerId FROM Change WHERE kind = ? AND entityId = ?
     ORDER BY atMs DESC, id DESC LIMIT 100`,
    kind,
    id,
  );
}

/** A change on an organisation's page: its own, or of one of its networks. */
export interface OrganisationChange extends ChangeRow {
  /** Null where it is the organisation's own. */
  network: { id: number; text: string } | null;
}

/**
 * What changed on an organisation and on its networks, those that left it included, the newest first, at most 100.
 */
export function readOrganisationChanges(id: number): OrganisationChange[] {
  const rows = all<ChangeRow & { networkId: number | null; networkText: string | null }>(
    `SELECT c.id, c.atMs, c.field, c.old, c.new, c.oldAnswerId, c.newAnswerId, n.id AS networkId, n.text AS networkText
     FROM Change c LEFT JOIN Network n ON c.kind = 'network' AND n.id = c.entityId
     WHERE (c.kind = 'organisation' AND c.entityId = ?1)
       OR (c.kind = 'network' AND n.organisationId = ?1)
       OR (c.kind = 'network' AND c.field = 'organisation' AND c.old = (SELECT name FROM Organisation WHERE id = ?1)
         AND n.registry = (SELECT registry FROM Organisation WHERE id = ?1))
     ORDER BY c.atMs DESC, c.id DESC LIMIT 100`,
    id,
  );
  return rows.map(({ networkId, networkText, ...change }) => ({
    ...change,
    network: networkId === null ? null : { id: networkId, text: networkText ?? '' },
  }));
}
