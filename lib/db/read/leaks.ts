import { all } from '../connection';
import { countAmong, countEvents, explore, type Matches, narrowTo, onlyOneTemplate, readUses } from './explore';

/** A recipient address of the user's and who wrote to it. */
export interface RecipientRow {
  text: string;
  /** The one service it was given to. */
  service: string | null;
  events: number;
  firstMs: number | null;
  lastMs: number | null;
  utcOffsetMinutes: number;
  /** Sender templates that wrote to it. */
  templates: number;
  organisations: number;
}

/** `named`: those with a service; `single-use`: those without one that look given to a single service. */
export type RecipientChoice = 'all' | 'named' | 'single-use';

/** Its local part carries a tag: `anna+shop@`, `anna-shop@`. */
const TAGGED = `(instr(substr(text, 2, instr(text, '@') - 2), '+') > 0 OR instr(substr(text, 2, instr(text, '@') - 2), '-') > 0)`;

/**
 * Recipients, those written to most first. One looks given to a single service where its local part carries a tag, or
 * where it was written to more than once, always with one and the same variable sender template.
 */
export async function readRecipients(
  choice: RecipientChoice,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ recipients: RecipientRow[]; total: number }> {
  const { matches } = await explore({ terms: [] }, 0, { whole: true });
  const events = countEvents(matches, 'recipient');
  const chosen = chooseRecipients(choice, matches, events);
  chosen.sort((a, b) => (events[b] ?? 0) - (events[a] ?? 0) || a - b);
  return {
    recipients: describeRecipients(chosen.slice(offset, offset + limit), matches, events),
    total: chosen.length,
  };
}

const idsOf = (where: string): number[] =>
  all<{ id: number }>(`SELECT id FROM Recipient WHERE ${where}`).map(({ id }) => id);

function chooseRecipients(choice: RecipientChoice, matches: Matches, events: Uint32Array): number[] {
  if (choice === 'all') return idsOf('1');
  const named = idsOf('service IS NOT NULL');
  if (choice === 'named') return named;
  const single = new Set(idsOf(TAGGED));
  onlyOneTemplate(matches, events).forEach((only, id) => only === 1 && id > 0 && single.add(id));
  for (const id of named) single.delete(id);
  return [...single];
}

const DESCRIBE = `SELECT r.id, r.text, r.service, f.timeMs AS firstMs, l.timeMs AS lastMs, coalesce(k.utcOffsetMinutes, 0) AS utcOffsetMinutes
  FROM json_each(?) j JOIN Recipient r ON r.id = j.value ->> 0
  LEFT JOIN Event f ON f.id = j.value ->> 1 LEFT JOIN Event l ON l.id = j.value ->> 2 LEFT JOIN Kind k ON k.id = l.kindId ORDER BY j.key`;

/** What was found of these recipients, in their order. */
function describeRecipients(ids: readonly number[], matches: Matches, events: Uint32Array): RecipientRow[] {
  const theirs = narrowTo(matches, matches.columns.recipients, ids);
  const { first, last } = readUses(theirs, events.length);
  const eventAt = (place: number | undefined): number | null =>
    place === undefined || place < 0 ? null : (matches.columns.ids[place] ?? null);
  const asked = ids.map((id) => [id, eventAt(first[id]), eventAt(last[id])]);
  const templates = countAmong(theirs, 'recipient', ids, 'template');
  const organisations = countAmong(theirs, 'recipient', ids, 'org');
  return all<Omit<RecipientRow, 'events' | 'templates' | 'organisations'> & { id: number }>(
    DESCRIBE,
    JSON.stringify(asked),
  ).map(({ id, ...row }) => ({
    ...row,
    events: events[id] ?? 0,
    templates: templates.get(id) ?? 0,
    organisations: organisations.get(id) ?? 0,
  }));
}

/** The services of recipients that are named, by the recipients' ids. */
export function readServicesOf(ids: readonly number[]): Map<number, string> {
  return new Map(
    all<{ id: number; service: string }>(
      'SELECT id, service FROM Recipient WHERE service IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    ).map(({ id, service }) => [id, service]),
  );
}
