import { one, run } from '../connection';

/** What of an entity is compared between two answers, by the names of its columns. */
export const TRACKED = {
  network: ['name', 'organisation', 'abuseEmail', 'country', 'allocatedOn'],
  organisation: ['name', 'phone', 'email', 'postalAddress'],
  contact: ['name', 'email', 'organisation', 'division', 'title', 'phone', 'fax', 'postalAddress'],
} as const;
export type ChangedKind = keyof typeof TRACKED;

/** The tracked columns of one entity, and the answer they are from. */
export type Version = Readonly<Record<string, string | number | null>> & { id: number; answerId: number };

const SELECTS: Readonly<Record<ChangedKind, string>> = {
  network: `SELECT n.id, n.answerId, n.name, o.name AS organisation, n.abuseEmail, n.country, n.allocatedOn
    FROM Network n LEFT JOIN Organisation o ON o.id = n.organisationId WHERE n.id = ?`,
  organisation: 'SELECT id, answerId, name, phone, email, postalAddress FROM Organisation WHERE id = ?',
  contact: `SELECT id, answerId, name, email, organisation, division, title, phone, fax, postalAddress
    FROM Contact WHERE id = ?`,
};

/** An entity as it is told now. */
export function readVersion(kind: ChangedKind, id: number): Version | undefined {
  return one<Version>(SELECTS[kind], id);
}

/**
 * Keeps what a later answer tells differently. Only answers of one server are compared: two registries word the
 * same thing in two ways. Nothing that was told by the sample case is a version.
 * @param before as it was told before the answer was stored.
 */
export function noteChanges(kind: ChangedKind, before: Version, answerId: number): void {
  const after = readVersion(kind, before.id);
  const atMs = laterVersionMs(before.answerId, answerId);
  if (!after || atMs === null) return;
  for (const field of TRACKED[kind]) {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    if (old !== now) noteChange({ kind, entityId: before.id, field, old, now }, before.answerId, answerId, atMs);
  }
}

interface NewChange {
  kind: ChangedKind;
  entityId: number;
  field: string;
  old: string | number | null;
  now: string | number | null;
}

/** Keeps one change, with the answers before and after it. */
export function noteChange(change: NewChange, oldAnswerId: number, newAnswerId: number, atMs: number): void {
  const { kind, entityId, field, old, now } = change;
  run(
    'INSERT INTO Change (kind, entityId, atMs, field, old, new, oldAnswerId, newAnswerId) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    kind,
    entityId,
    atMs,
    field,
    old,
    now,
    oldAnswerId,
    newAnswerId,
  );
}

/** When the later of two answers of one server came; null where they are no versions of each other. */
export function laterVersionMs(oldAnswerId: number, newAnswerId: number): number | null {
  const pair = one<{ atMs: number }>(
    `SELECT max(new.askedMs, coalesce(new.confirmedMs, 0)) AS atMs FROM Answer old JOIN Answer new ON new.server = old.server
     WHERE old.id = ? AND new.id = ? AND old.id <> new.id AND old.origin = 'user' AND new.origin = 'user'`,
    oldAnswerId,
    newAnswerId,
  );
  return pair?.atMs ?? null;
}

/** True where two answers are to the same question: then what the later one leaves out is no longer there. */
export function isSameQuestion(answerId: number, otherId: number): boolean {
  return (
    one(
      'SELECT 1 FROM Answer a JOIN Answer b ON b.server = a.server AND b.query = a.query WHERE a.id = ? AND b.id = ?',
      answerId,
      otherId,
    ) !== undefined
  );
}
