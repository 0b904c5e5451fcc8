import { all, one } from '../connection';

/** A kept registry answer without its text. */
export interface KeptAnswer {
  publicId: string;
  server: string;
  query: string;
  askedMs: number;
  status: string;
  source: 'live' | 'pasted' | 'sample';
  sizeBytes: number;
}

/** Kept answers, the newest first. */
export function readKeptAnswers(page: { limit: number; offset: number }): { answers: KeptAnswer[]; total: number } {
  return {
    answers: all(
      `SELECT publicId, server, query, askedMs, status, source, length(bytes) AS sizeBytes FROM Answer
       ORDER BY askedMs DESC, id DESC LIMIT ? OFFSET ?`,
      page.limit,
      page.offset,
    ),
    total: one<{ n: number }>('SELECT count(*) AS n FROM Answer')?.n ?? 0,
  };
}

/** The newest whole answer of a server to a query, and when it last came. */
export function readLatestAnswer(server: string, query: string): { text: string; confirmedMs: number } | undefined {
  return one(
    `SELECT text, coalesce(confirmedMs, askedMs) AS confirmedMs FROM Answer WHERE server = ? AND query = ? AND status = 'found'
     ORDER BY coalesce(confirmedMs, askedMs) DESC LIMIT 1`,
    server,
    query,
  );
}

/** What a server answered since then, a text each. Epoch ms. */
export function readAnswersSince(server: string, sinceMs: number): string[] {
  return all<{ text: string }>(
    `SELECT text FROM Answer WHERE server = ?1 AND status = 'found' AND origin = 'user'
       AND (askedMs > ?2 OR confirmedMs > ?2) ORDER BY id`,
    server,
    sinceMs,
  ).map(({ text }) => text);
}

/** What a server was asked since then, so that it answered, a text each. Epoch ms. */
export function readQueriesSince(server: string, sinceMs: number): string[] {
  return all<{ query: string }>(
    `SELECT query FROM Answer WHERE server = ?1 AND status IN ('found', 'empty') AND origin = 'user'
       AND (askedMs > ?2 OR confirmedMs > ?2) ORDER BY id`,
    server,
    sinceMs,
  ).map(({ query }) => query);
}

/** One answer in full, with what it told us. */
export interface KeptAnswerText extends KeptAnswer {
  sha256: string;
  text: string;
  /** When the text was deleted, because it held personal data. Epoch ms. */
  purgedMs: number | null;
  networks: Array<{ id: number; text: string }>;
  organisations: Array<{ id: number; name: string }>;
  contacts: Array<{ id: number; handle: string; registry: string }>;
}

export function readKeptAnswer(publicId: string): KeptAnswerText | undefined {
  const row = one<Omit<KeptAnswerText, 'networks' | 'organisations' | 'contacts'> & { id: number }>(
    `SELECT id, publicId, server, query, askedMs, status, source, length(bytes) AS sizeBytes, sha256, text, purgedMs FROM Answer WHERE publicId = ?`,
    publicId,
  );
  if (!row) return undefined;
  const { id, ...answer } = row;
  return {
    ...answer,
    networks: all(
      `SELECT n.id, n.text FROM Network n WHERE n.answerId = ?1
         OR n.id IN (SELECT networkId FROM NetworkContact WHERE answerId = ?1) ORDER BY n.firstBytes, n.lastBytes LIMIT 200`,
      id,
    ),
    organisations: all('SELECT id, name FROM Organisation WHERE answerId = ? ORDER BY id LIMIT 200', id),
    contacts: all(
      `SELECT c.id, c.handle, c.registry FROM Contact c WHERE c.answerId = ?1
         OR c.id IN (SELECT contactId FROM NetworkContact WHERE answerId = ?1) ORDER BY c.handle LIMIT 200`,
      id,
    ),
  };
}
