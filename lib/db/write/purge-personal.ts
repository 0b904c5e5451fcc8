import { all, run, sql } from '../connection';

/** What of a contact is deleted; use inside a transaction. */
export interface Purge {
  contactId: number;
  /** Answers that carry it. */
  answerIds: readonly number[];
  /** Its values, as they may stand in other rows. */
  values: readonly string[];
  /** Answers to searches by one of the values, whose query is the value: what the query is then. */
  queries: ReadonlyArray<{ from: string; to: string }>;
  /** Versions that came before then; epoch ms. */
  beforeMs: number;
  /** Whether the contact's present data goes, or only earlier versions of it. */
  isPresent: boolean;
  nowMs: number;
}

/**
 * Lets SQLite overwrite with zeros what `work` deletes: its pages would else keep it until they are used again. What the
 * write-ahead log holds of it goes too, as soon as nobody reads an older state.
 */
export function overwritingDeleted<T>(work: () => T): T {
  const connection = sql();
  const before: unknown = connection.pragma('secure_delete', { simple: true });
  connection.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    connection.pragma(`secure_delete = ${before === 1 ? 'ON' : before === 2 ? 'FAST' : 'OFF'}`);
    if (!connection.inTransaction) connection.pragma('wal_checkpoint(TRUNCATE)');
  }
}

/** Deletes a contact's personal data from every row that holds it; its handle and who names it stay. */
export function purgePersonal(purge: Purge): void {
  const { contactId, beforeMs, isPresent, nowMs, values } = purge;
  const answers = JSON.stringify(purge.answerIds);
  run(
    `UPDATE Answer SET text = '', bytes = x'', purgedMs = ? WHERE id IN (SELECT value FROM json_each(?))`,
    nowMs,
    answers,
  );
  for (const { from, to } of purge.queries) run('UPDATE Answer SET query = ? WHERE query = ?', to, from);
  run(
    `DELETE FROM Change WHERE kind = 'contact' AND entityId = ?1 AND field IN ('name', 'email', 'phone', 'fax', 'postalAddress')
       AND EXISTS (SELECT 1 FROM Answer o WHERE o.id = Change.oldAnswerId AND max(o.askedMs, coalesce(o.confirmedMs, 0)) < ?2)`,
    contactId,
    beforeMs,
  );
  if (!isPresent) return;
  run(
    `UPDATE Contact SET name = NULL, email = NULL, phone = NULL, phoneE164 = NULL, fax = NULL, postalAddress = NULL, fields = '[]',
       purgedMs = ? WHERE id = ?`,
    nowMs,
    contactId,
  );
  purgeFields(contactId, values);
  run(
    `DELETE FROM Job WHERE kind = 'ask' AND state <> 'leased' AND json_extract(payload, '$.kind') IN ('pivot-name', 'pivot-email')
       AND json_extract(payload, '$.key') IN (SELECT value FROM json_each(?))`,
    JSON.stringify(values),
  );
}

/** Some registries write a contact's name and phone into the network's own entry. */
function purgeFields(contactId: number, values: readonly string[]): void {
  const rows = all<{ id: number; fields: string }>(
    'SELECT id, fields FROM Network WHERE id IN (SELECT networkId FROM NetworkContact WHERE contactId = ?)',
    contactId,
  );
  for (const { id, fields } of rows) {
    const told: unknown = JSON.parse(fields);
    if (!Array.isArray(told)) continue;
    const left = told.filter(
      (field) => !values.some((value) => JSON.stringify(field).includes(JSON.stringify(value).slice(1, -1))),
    );
    if (left.length < told.length) run('UPDATE Network SET fields = ? WHERE id = ?', JSON.stringify(left), id);
  }
}

/**
 * Deletes the findings that two organisations share one of these facts, with what a person decided on them, and takes
 * them from the reasons of operators. A fact is written as the end of a finding's subject: `phone:+81…`.
 */
export function purgeFindings(facts: readonly string[]): void {
  const isAbout = (subject: string): boolean => facts.some((fact) => subject.endsWith(`:${fact}`));
  for (const { id, subject } of all<{ id: number; subject: string }>(
    "SELECT id, subject FROM Finding WHERE detector = 'shared-contact'",
  ))
    if (isAbout(subject)) run('DELETE FROM Finding WHERE id = ?', id);
  for (const { id, reasons } of all<{ id: number; reasons: string }>('SELECT id, reasons FROM Operator')) {
    const told: unknown = JSON.parse(reasons);
    if (!Array.isArray(told)) continue;
    const left = told.filter((reason: unknown) => !isAbout(subjectOf(reason)));
    if (left.length < told.length) run('UPDATE Operator SET reasons = ? WHERE id = ?', JSON.stringify(left), id);
  }
}

function subjectOf(reason: unknown): string {
  if (typeof reason !== 'object' || reason === null || !('subject' in reason)) return '';
  return typeof reason.subject === 'string' ? reason.subject : '';
}
