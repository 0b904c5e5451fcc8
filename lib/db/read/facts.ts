/** What the detectors are given, gathered by SQL. */
import type { Attempt, AttemptGroup, CanaryUse, TemplateUse } from '@/lib/model';
import { all, one, prepare } from '../connection';

/** Evidence is shown by examples: this many, with the true total beside them. */
const EXAMPLES = 100;

/** A row of {@link attemptGroups}: event, time, address, template, recipient. */
type AttemptRow = [number, number, number | null, number, number];

/**
 * Attempts by recipient and sender template where there was more than one, oldest first, a template's
 * groups one after the other. Read it to its end before writing.
 */
export function* attemptGroups(): Generator<AttemptGroup> {
  const rows = prepare(
    // CROSS JOIN keeps SQLite to this order: it would else try every recipient with every template. The pairs come in
    // the order of their index, and each pair's attempts together, so nothing is sorted but these.
    `WITH repeated AS MATERIALIZED (SELECT templateId, recipientId FROM Event
       WHERE templateId IS NOT NULL AND recipientId IS NOT NULL
         AND templateId NOT IN (SELECT id FROM Template WHERE pattern = '') GROUP BY templateId, recipientId HAVING count(*) > 1 ORDER BY templateId, recipientId)
     SELECT e.id, e.timeMs, e.addressId, e.templateId, e.recipientId
     FROM repeated r CROSS JOIN Event e ON e.templateId = r.templateId AND e.recipientId = r.recipientId`,
  )
    .raw()
    .iterate() as IterableIterator<AttemptRow>;
  let pattern = '';
  let group: AttemptGroup & { attempts: Attempt[] } = { templateId: 0, pattern, recipientId: 0, attempts: [] };
  for (const [eventId, timeMs, addressId, templateId, recipientId] of rows) {
    if (group.templateId !== templateId) {
      pattern = one<{ pattern: string }>('SELECT pattern FROM Template WHERE id = ?', templateId)?.pattern ?? '';
    }
    if (group.templateId !== templateId || group.recipientId !== recipientId) {
      if (group.attempts.length > 0) yield inOrder(group);
      group = { templateId, pattern, recipientId, attempts: [] };
    }
    group.attempts.push({ eventId, timeMs, addressId });
  }
  if (group.attempts.length > 0) yield inOrder(group);
}

function inOrder(group: AttemptGroup & { attempts: Attempt[] }): AttemptGroup {
  group.attempts.sort((a, b) => a.timeMs - b.timeMs || a.eventId - b.eventId);
  return group;
}

/** Templates with variable parts and how they were used, most used first. Read it to its end before writing. */
export function* templateUses(): Generator<TemplateUse> {
  const uses = prepare(
    `SELECT e.templateId, t.pattern, count(*) AS events, count(DISTINCT coalesce(e.variables, '')) AS senders, count(DISTINCT e.addressId) AS addresses,
       count(DISTINCT e.recipientId) AS recipients, min(e.timeMs) AS firstAt, max(e.timeMs) AS lastAt
     FROM Template t JOIN Event e ON e.templateId = t.id WHERE t.variable = 1 GROUP BY e.templateId ORDER BY events DESC`,
  ).iterate() as IterableIterator<Omit<TemplateUse, 'eventIds'>>;
  for (const use of uses) yield { ...use, eventIds: firstEvents('templateId', use.templateId) };
}

/** Canary recipients that were written to. */
export function canaryUses(): CanaryUse[] {
  const uses = all<{ recipientId: number; recipient: string; service: string; events: number; firstAt: number }>(
    `SELECT r.id AS recipientId, r.text AS recipient, r.service, count(*) AS events, min(e.timeMs) AS firstAt
     FROM Recipient r JOIN Event e ON e.recipientId = r.id WHERE r.service IS NOT NULL GROUP BY r.id ORDER BY r.id`,
  );
  return uses.map((use) => ({
    ...use,
    organisations: all<{ id: number; name: string }>(
      `SELECT DISTINCT o.id, o.name FROM Event e JOIN Address a ON a.id = e.addressId JOIN Network n ON n.id = a.networkId
       JOIN Organisation o ON o.id = n.organisationId WHERE e.recipientId = ? ORDER BY o.id`,
      use.recipientId,
    ),
    eventIds: firstEvents('recipientId', use.recipientId),
  }));
}

/** Those that were read first, in the order of time: to find the earliest of all, every one would be looked at. */
const FIRST_EVENTS = {
  templateId: `SELECT id FROM (SELECT id FROM Event WHERE templateId = ? ORDER BY id LIMIT ${EXAMPLES}) JOIN Event USING (id) ORDER BY timeMs, id`,
  recipientId: `SELECT id FROM (SELECT id FROM Event WHERE recipientId = ? ORDER BY id LIMIT ${EXAMPLES}) JOIN Event USING (id) ORDER BY timeMs, id`,
} as const;

function firstEvents(column: keyof typeof FIRST_EVENTS, id: number): number[] {
  return prepare(FIRST_EVENTS[column]).pluck().all(id) as number[];
}
