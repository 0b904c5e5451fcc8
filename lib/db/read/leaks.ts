import { all, one } from '../connection';

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

/**
 * Looks given to a single service: its local part carries a tag (`anna+shop@`, `anna-shop@`), or it was
 * written to more than once, always with one and the same variable sender template.
 */
const SINGLE_USE = `r.service IS NULL AND (instr(substr(r.text, 2, instr(r.text, '@') - 2), '+') > 0 OR instr(substr(r.text, 2, instr(r.text, '@') - 2), '-') > 0
  OR (SELECT count(*) > 1 AND count(DISTINCT e.templateId) = 1 AND min(t.variable) = 1 FROM Event e LEFT JOIN Template t ON t.id = e.templateId WHERE e.recipientId = r.id))`;

const CHOICES: Readonly<Record<RecipientChoice, string>> = {
  all: '1',
  named: 'r.service IS NOT NULL',
  'single-use': SINGLE_USE,
};

/** Recipients, those written to most first. */
export function readRecipients(
  choice: RecipientChoice,
  page: { limit: number; offset: number },
): { recipients: RecipientRow[]; total: number } {
  const where = CHOICES[choice];
  return {
    recipients: all(
      `WITH Chosen AS (SELECT r.id, r.text, r.service, (SELECT count(*) FROM Event e WHERE e.recipientId = r.id) AS events
         FROM Recipient r WHERE ${where} ORDER BY events DESC, r.id LIMIT ? OFFSET ?)
       SELECT c.text, c.service, c.events, min(e.timeMs) AS firstMs, max(e.timeMs) AS lastMs, coalesce((SELECT k.utcOffsetMinutes FROM Kind k WHERE k.id = e.kindId), 0) AS utcOffsetMinutes,
         count(DISTINCT e.templateId) AS templates, count(DISTINCT n.organisationId) AS organisations
       FROM Chosen c LEFT JOIN Event e ON e.recipientId = c.id LEFT JOIN Address a ON a.id = e.addressId LEFT JOIN Network n ON n.id = a.networkId
       GROUP BY c.id ORDER BY c.events DESC, c.id`,
      page.limit,
      page.offset,
    ),
    total: one<{ n: number }>(`SELECT count(*) AS n FROM Recipient r WHERE ${where}`)?.n ?? 0,
  };
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

/** A service that addresses were given to, and who writes to them now. */
export interface LeakedService {
  service: string;
  recipients: string[];
  events: number;
  firstMs: number | null;
  utcOffsetMinutes: number;
  organisations: Array<{ id: number; name: string }>;
  operators: Array<{ publicId: string; name: string }>;
}

/** Services with named addresses, those written to first. */
export function readServices(): LeakedService[] {
  const rows = all<Omit<LeakedService, 'recipients' | 'organisations' | 'operators'>>(
    `SELECT r.service, count(e.id) AS events, min(e.timeMs) AS firstMs, coalesce((SELECT k.utcOffsetMinutes FROM Kind k WHERE k.id = e.kindId), 0) AS utcOffsetMinutes
     FROM Recipient r LEFT JOIN Event e ON e.recipientId = r.id WHERE r.service IS NOT NULL GROUP BY r.service
     ORDER BY events DESC, r.service`,
  );
  const senders = `FROM Recipient r JOIN Event e ON e.recipientId = r.id JOIN Address a ON a.id = e.addressId JOIN Network n ON n.id = a.networkId`;
  return rows.map((row) => ({
    ...row,
    recipients: all<{ text: string }>('SELECT text FROM Recipient WHERE service = ? ORDER BY text', row.service).map(
      ({ text }) => text,
    ),
    organisations: all(
      `SELECT DISTINCT o.id, o.name ${senders} JOIN Organisation o ON o.id = n.organisationId WHERE r.service = ? ORDER BY o.id`,
      row.service,
    ),
    operators: all(
      `SELECT DISTINCT op.publicId, op.name ${senders} JOIN OperatorMember m ON m.verdict IS NULL AND (m.organisationId = n.organisationId OR m.networkId = n.id)
       JOIN Operator op ON op.id = m.operatorId AND coalesce(op.verdict, '') <> 'rejected' WHERE r.service = ? ORDER BY op.id`,
      row.service,
    ),
  }));
}
