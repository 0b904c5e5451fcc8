import { all } from '../connection';
import type { ChangedKind, TRACKED } from '../write/changes';

/** A field that a later answer told differently. */
export interface ChangeRow {
  id: number;
  atMs: number;
  field: (typeof TRACKED)[ChangedKind][number];
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
