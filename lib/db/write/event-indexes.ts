import { one, run, sql, transaction } from '../connection';

/**
 * The indexes of events. Building them over many rows at once takes a fraction of the time that keeping them up
 * row by row does, since a row's place in each is elsewhere; so the first log of a database is read without them.
 */
const INDEXES = [
  ['Event_addressId_idx', 'CREATE INDEX IF NOT EXISTS "Event_addressId_idx" ON "Event"("addressId")'],
  [
    'Event_templateId_recipientId_idx',
    'CREATE INDEX IF NOT EXISTS "Event_templateId_recipientId_idx" ON "Event"("templateId", "recipientId")',
  ],
  ['Event_recipientId_idx', 'CREATE INDEX IF NOT EXISTS "Event_recipientId_idx" ON "Event"("recipientId")'],
  ['Event_timeMs_idx', 'CREATE INDEX IF NOT EXISTS "Event_timeMs_idx" ON "Event"("timeMs")'],
] as const;

/** Building one holds up other writers, for about a quarter of a second a million events. So no more are written without. */
export const MOST_WITHOUT = 2_000_000;

/** Takes the indexes away where there is no event yet. @returns whether it did. */
export function dropEventIndexes(): boolean {
  return transaction(() => {
    if (one('SELECT 1 FROM Event LIMIT 1') !== undefined) return false;
    for (const [name] of INDEXES) run(`DROP INDEX IF EXISTS "${name}"`);
    return true;
  });
}

/** Builds those that are missing, one at a time. To be called before and after events are written: a crash may have come between. */
export function buildEventIndexes(): void {
  for (const [, definition] of INDEXES) sql().exec(definition);
}
