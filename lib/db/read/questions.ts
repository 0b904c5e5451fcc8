import { all, one } from '../connection';
import { RECORDS_PER_BLOCK } from '../raw-blocks';

/**
 * Addresses of the user's own logs whose registered network is not known and that were not asked about yet, those
 * with most rejections first. `questionKey` is what a question's job key begins with, before the address.
 */
export function addressesToAsk(questionKey: string): Array<{ text: string; events: number }> {
  return all(
    `SELECT a.text, a.events FROM Address a LEFT JOIN Network n ON n.id = a.networkId
     WHERE (n.id IS NULL OR n.detailed = 0) AND a.events > 0
       AND EXISTS (SELECT 1 FROM Event e JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK}
         JOIN Upload u ON u.id = b.uploadId WHERE e.addressId = a.id AND u.origin = 'user')
       AND NOT EXISTS (SELECT 1 FROM Job j WHERE j.key = ? || a.text)
     ORDER BY a.events DESC, a.id`,
    questionKey,
  );
}

/** Questions whose job key begins so and that are not answered yet. */
export function countOpenQuestions(questionKey: string): number {
  const text = `SELECT count(*) AS n FROM Job WHERE key >= ?1 AND key < ?1 || char(1114111) AND state IN ('waiting', 'blocked', 'leased')`;
  return one<{ n: number }>(text, questionKey)?.n ?? 0;
}

/**
 * True where a registry has told us in full about the network around this address.
 * @param notBy hosts whose word does not count: those that sent us on to somebody who knows more.
 */
export function isAddressCovered(text: string, notBy: readonly string[] = []): boolean {
  return (
    one(
      `SELECT 1 FROM Address a JOIN Network n ON n.id = a.networkId JOIN Answer said ON said.id = n.answerId
       WHERE a.bytes = addressBytes(?) AND n.detailed = 1 AND said.server NOT IN (SELECT value FROM json_each(?))`,
      text,
      JSON.stringify(notBy),
    ) !== undefined
  );
}

/** True where it is known who announces this address, or that nobody does. */
export function isAnnounced(text: string): boolean {
  return (
    one('SELECT 1 FROM Announcement WHERE firstBytes <= addressBytes(?1) AND lastBytes >= addressBytes(?1)', text) !==
    undefined
  );
}

/** True where a registry has told us in full about this network. */
export function isNetworkDetailed(registry: string, text: string): boolean {
  return one('SELECT 1 FROM Network WHERE registry = ? AND text = ? AND detailed = 1', registry, text) !== undefined;
}
