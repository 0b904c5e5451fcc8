import type { RegistryId } from '@/lib/model';
import { all, one } from '../connection';

/** What a contact's rows hold of a person. */
export interface PersonalData {
  id: number;
  registry: RegistryId;
  handle: string;
  origin: 'user' | 'sample';
  /** Its name, e-mail, phone, fax and postal address, in every version. */
  values: string[];
  /** When the answer it is told by came last; epoch ms. */
  toldMs: number;
}

/** The fields that are personal; what it is called where it works is not. */
const FIELDS = ['name', 'email', 'phone', 'fax', 'postalAddress'] as const;

const ANSWERED_MS = 'max(w.askedMs, coalesce(w.confirmedMs, 0))';

export function readPersonalData(contactId: number): PersonalData | undefined {
  type Row = Omit<PersonalData, 'values'> & Record<(typeof FIELDS)[number] | 'phoneE164', string | null>;
  const row = one<Row>(
    `SELECT c.id, c.registry, c.handle, c.origin, c.name, c.email, c.phone, c.fax, c.postalAddress, c.phoneE164, ${ANSWERED_MS} AS toldMs
     FROM Contact c JOIN Answer w ON w.id = c.answerId WHERE c.id = ?`,
    contactId,
  );
  if (!row) return undefined;
  const { id, registry, handle, origin, toldMs } = row;
  const earlier = all<{ old: string | null; new: string | null }>(
    `SELECT old, new FROM Change WHERE kind = 'contact' AND entityId = ? AND field IN (SELECT value FROM json_each(?))`,
    contactId,
    JSON.stringify(FIELDS),
  );
  const values = [
    ...FIELDS.map((field) => row[field]),
    row.phoneE164,
    ...earlier.flatMap((one_) => [one_.old, one_.new]),
  ];
  const held = values.filter((value) => value !== null && value.trim() !== '');
  return { id, registry, handle, origin, toldMs, values: [...new Set(held.flatMap((value) => value ?? []))] };
}

/** An answer that may tell of a person. */
export interface AnswerToJudge {
  id: number;
  server: string;
  query: string;
  text: string;
}

/**
 * Answers that came last before that time and name a handle in their text, or were asked for with one of these
 * queries. Epoch ms.
 */
export function readAnswersNaming(handle: string, queries: readonly string[], beforeMs: number): AnswerToJudge[] {
  return all(
    `SELECT w.id, w.server, w.query, w.text FROM Answer w WHERE w.purgedMs IS NULL AND w.origin = 'user' AND ${ANSWERED_MS} < ?1
       AND (instr(lower(w.text), lower(?2)) > 0 OR w.query IN (SELECT value FROM json_each(?3)))`,
    beforeMs,
    handle,
    JSON.stringify(queries),
  );
}

/** Contacts of the user's own whose personal data, or an earlier version of it, came before that time. Epoch ms. */
export function contactsToldBefore(beforeMs: number): number[] {
  return all<{ id: number }>(
    `SELECT c.id FROM Contact c JOIN Answer w ON w.id = c.answerId WHERE c.origin = 'user' AND (
       (${ANSWERED_MS} < ?1 AND coalesce(c.name, c.email, c.phone, c.fax, c.postalAddress) IS NOT NULL)
       OR EXISTS (SELECT 1 FROM Change x JOIN Answer o ON o.id = x.oldAnswerId WHERE x.kind = 'contact' AND x.entityId = c.id
         AND x.field IN ('name', 'email', 'phone', 'fax', 'postalAddress') AND max(o.askedMs, coalesce(o.confirmedMs, 0)) < ?1))
     ORDER BY c.id`,
    beforeMs,
  ).map(({ id }) => id);
}

/** True where a contact's personal data was deleted, and no answer told of it since. */
export function isPurged(contactId: number): boolean {
  return one('SELECT 1 FROM Contact WHERE id = ? AND purgedMs IS NOT NULL', contactId) !== undefined;
}

/** True where an entry still tells this phone number (E.164), mailbox or postal address. */
export function isStillTold(value: string): boolean {
  return (
    one(
      `SELECT 1 FROM Contact WHERE phoneE164 = ?1 OR lower(email) = lower(?1) OR postalAddress = ?1
       UNION ALL SELECT 1 FROM Organisation WHERE lower(email) = lower(?1) OR postalAddress = ?1
       UNION ALL SELECT 1 FROM Network WHERE lower(abuseEmail) = lower(?1)`,
      value,
    ) !== undefined
  );
}
