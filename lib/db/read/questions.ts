import type { AnswerStatus, Message } from '@/lib/model';
import { all, each, one } from '../connection';
import { RECORDS_PER_BLOCK } from '../raw-blocks';

/** From when on what is known counts as fresh: answers about networks, and "there is none". Epoch ms. */
export interface FreshSince {
  networkMs: number;
  negativeMs: number;
}

/** An address that may be asked about. */
export interface AddressToAsk {
  text: string;
  /** Refusals from its neighbourhood, or of its network where that is known. */
  events: number;
  /** See {@link openNeighbourhoods}. */
  neighbourhood: string;
}

/** An IPv4 /24 or an IPv6 /48, in hex: addresses so near each other mostly have one answer. */
const NEIGHBOURHOOD = (bytes: 'a.bytes' | 'x.bytes') =>
  `hex(iif(substr(${bytes}, 1, 12) = x'00000000000000000000ffff', substr(${bytes}, 1, 15), substr(${bytes}, 1, 6)))`;

/** Refusals of an address that a user's own log told of; without the sample case those are all. */
const OF_USER = `a.events > 0 AND (NOT EXISTS (SELECT 1 FROM Upload WHERE origin <> 'user')
  OR EXISTS (SELECT 1 FROM Event e JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK}
    JOIN Upload u ON u.id = b.uploadId WHERE e.addressId = a.id AND u.origin = 'user'))`;

const ANSWERED_MS = 'max(w.askedMs, coalesce(w.confirmedMs, 0))';

/**
 * Addresses of the user's own logs whose registered network is not known, one of each neighbourhood, those with
 * most rejections first. One that was asked about comes again where it has refusals since, and "there is none" no
 * longer holds; one given up does not. `questionKey` is what a question's job key begins with, before the address.
 * There may be hundreds of thousands: it is to be left before anything is written.
 */
export function addressesToAsk(questionKey: string, since: FreshSince): Iterable<AddressToAsk> {
  return each<AddressToAsk & { most: number }>(
    `SELECT a.text, sum(a.events) AS events, ${NEIGHBOURHOOD('a.bytes')} AS neighbourhood, max(a.events) AS most
     FROM Address a LEFT JOIN Network n ON n.id = a.networkId LEFT JOIN Job j ON j.key = ?1 || a.text
     WHERE (n.id IS NULL OR n.detailed = 0) AND ${OF_USER}
       AND (j.id IS NULL OR (j.state = 'done' AND j.doneMs <= ?2 AND a.lastMs > j.doneMs))
     GROUP BY neighbourhood ORDER BY events DESC, a.id`,
    questionKey,
    since.negativeMs,
  );
}

/**
 * Of each network whose answer no longer holds and that has new refusals since, the address with most of them;
 * the networks with most rejections first. One that was asked about a moment ago is left out: its answer may have
 * told of another network.
 */
export function networksToAskAgain(questionKey: string, since: FreshSince): AddressToAsk[] {
  return all<AddressToAsk & { most: number }>(
    `SELECT a.text, sum(a.events) AS events, ${NEIGHBOURHOOD('a.bytes')} AS neighbourhood, max(a.events) AS most
     FROM Network n CROSS JOIN Answer w ON w.id = n.answerId CROSS JOIN Address a ON a.networkId = n.id
       LEFT JOIN Job j ON j.key = ?1 || a.text
     WHERE n.detailed = 1 AND w.askedMs <= ?2 AND ${ANSWERED_MS} <= ?2 AND w.origin = 'user' AND a.lastMs > ${ANSWERED_MS}
       AND (j.id IS NULL OR (j.state = 'done' AND j.doneMs <= ?3)) AND ${OF_USER}
     GROUP BY n.id ORDER BY events DESC, a.id`,
    questionKey,
    since.networkMs,
    since.negativeMs,
  ).map(({ text, events, neighbourhood }) => ({ text, events, neighbourhood }));
}

/**
 * The neighbourhoods of the addresses that are asked about now or wait to be, at whichever registry.
 * @param exceptKey a job that is about to end
 */
export function openNeighbourhoods(exceptKey: string | null): Set<string> {
  const rows = all<{ neighbourhood: string }>(
    `SELECT ${NEIGHBOURHOOD('x.bytes')} AS neighbourhood FROM (
       SELECT addressBytes(json_extract(payload, '$.key')) AS bytes FROM Job
       WHERE kind = 'ask' AND state IN ('waiting', 'blocked', 'leased') AND json_extract(payload, '$.kind') = 'address'
         AND key IS NOT ?) x
     WHERE x.bytes IS NOT NULL`,
    exceptKey,
  );
  return new Set(rows.map(({ neighbourhood }) => neighbourhood));
}

/** True where an address is asked about now, or can be before that time, at whichever registry. @param exceptKey a job that is about to end */
export function isAddressAwaited(beforeMs: number, exceptKey: string): boolean {
  return (
    one(
      `SELECT 1 FROM Job j JOIN Lane l ON l.name = j.lane
       WHERE j.kind = 'ask' AND j.state IN ('waiting', 'leased') AND json_extract(j.payload, '$.kind') = 'address' AND j.key <> ?
         AND max(j.availableMs, l.nextMs, coalesce(l.stoppedMs, 0)) <= ? LIMIT 1`,
      exceptKey,
      beforeMs,
    ) !== undefined
  );
}

/**
 * Questions whose job key begins so and that are not answered yet, by lane. `stopped` says that the lane asks nothing
 * at this time.
 */
export function countOpenQuestions(
  questionKey: string,
  nowMs: number,
): Array<{ lane: string; open: number; stopped: boolean }> {
  return all<{ lane: string; open: number; stopped: number }>(
    `SELECT j.lane, count(*) AS open, coalesce(l.stoppedMs, 0) > ?2 AS stopped FROM Job j JOIN Lane l ON l.name = j.lane
     WHERE j.key >= ?1 AND j.key < ?1 || char(1114111) AND j.state IN ('waiting', 'blocked', 'leased') GROUP BY j.lane`,
    questionKey,
    nowMs,
  ).map((row) => ({ ...row, stopped: row.stopped === 1 }));
}

/**
 * True where a registry has told us in full about the network around this address, and it still holds, or no
 * refusal came since.
 * @param notBy hosts whose word does not count: those that sent us on to somebody who knows more.
 */
export function isAddressCovered(text: string, sinceMs: number, notBy: readonly string[] = []): boolean {
  return (
    one(
      `SELECT 1 FROM Address a JOIN Network n ON n.id = a.networkId JOIN Answer w ON w.id = n.answerId
       WHERE a.bytes = addressBytes(?1) AND n.detailed = 1 AND w.server NOT IN (SELECT value FROM json_each(?2))
         AND (${ANSWERED_MS} > ?3 OR NOT EXISTS (SELECT 1 FROM Address s WHERE s.networkId = n.id AND s.lastMs > ${ANSWERED_MS}))`,
      text,
      JSON.stringify(notBy),
      sinceMs,
    ) !== undefined
  );
}

/** True where an answer since then told who announces this address, or that nobody does. */
export function isAnnounced(text: string, sinceMs: number): boolean {
  return (
    one(
      `SELECT 1 FROM Announcement x JOIN Answer w ON w.id = x.answerId
       WHERE x.seen = 1 AND x.firstBytes <= addressBytes(?1) AND x.lastBytes >= addressBytes(?1) AND ${ANSWERED_MS} > ?2`,
      text,
      sinceMs,
    ) !== undefined
  );
}

/** True where a registry has told us in full about this network since then. */
export function isNetworkDetailed(registry: string, text: string, sinceMs: number): boolean {
  return (
    one(
      `SELECT 1 FROM Network n JOIN Answer w ON w.id = n.answerId
       WHERE n.registry = ? AND n.text = ? AND n.detailed = 1 AND ${ANSWERED_MS} > ?`,
      registry,
      text,
      sinceMs,
    ) !== undefined
  );
}

/** A question in the queue, or as it ended there. */
export interface QueuedStanding {
  state: 'waiting' | 'blocked' | 'leased' | 'done' | 'failed';
  lane: string;
  /** Its place among those that wait in its lane, from 1. */
  place: number;
  error: Message | null;
}

/** Where a question stands in the queue; undefined where it was never put there. */
export function readQueued(key: string): QueuedStanding | undefined {
  const row = one<Omit<QueuedStanding, 'error'> & { error: string | null }>(
    `SELECT j.state, j.lane, j.error, 1 + (SELECT count(*) FROM Job o WHERE o.lane = j.lane AND o.kind = 'ask' AND o.state IN ('waiting', 'blocked')
       AND (o.priority > j.priority OR (o.priority = j.priority AND (o.availableMs < j.availableMs OR (o.availableMs = j.availableMs AND o.id < j.id))))) AS place
     FROM Job j WHERE j.key = ?`,
    key,
  );
  return row && { ...row, error: row.error === null ? null : (JSON.parse(row.error) as Message) };
}

/** The newest answer that ended a question, and what it told. */
export interface GivenAnswer {
  id: number;
  server: string;
  status: AnswerStatus;
  text: string;
  /** When it last came. */
  atMs: number;
  origin: 'user' | 'sample';
  /** Networks it told of, and those of them that were new then; null where that was not counted yet. */
  networks: number | null;
  fresh: number | null;
  /** Blocks it says an AS announces. */
  announced: number;
}

const GIVEN = `SELECT w.id, w.server, w.status, w.text, ${ANSWERED_MS} AS atMs, w.origin, w.toldNetworks AS networks, w.newNetworks AS fresh,
    (SELECT count(*) FROM Announcement x WHERE x.answerId = w.id AND x.firstBytes IS NOT NULL) AS announced FROM Answer w`;

/** The newest answer of one of these servers to a query, of those that end a question. */
export function readGivenAnswer(servers: readonly string[], query: string): GivenAnswer | undefined {
  return one(
    `${GIVEN} WHERE w.server IN (SELECT value FROM json_each(?)) AND w.query = ? AND w.status IN ('found', 'limited', 'empty', 'unsupported')
     ORDER BY atMs DESC, w.id DESC LIMIT 1`,
    JSON.stringify(servers),
    query,
  );
}

/** The newest answer that says who is seen to announce an address, and how many blocks around it. */
export function readGivenOrigin(servers: readonly string[], address: string): GivenAnswer | undefined {
  const given = one<GivenAnswer>(
    `${GIVEN} WHERE w.server IN (SELECT value FROM json_each(?1)) AND w.id IN (SELECT x.answerId FROM Announcement x
       WHERE x.seen = 1 AND x.firstBytes <= addressBytes(?2) AND x.lastBytes >= addressBytes(?2)) ORDER BY atMs DESC, w.id DESC LIMIT 1`,
    JSON.stringify(servers),
    address,
  );
  return given && { ...given, announced: 1 };
}

/** The newest answer with the list of a contact's networks, by whichever way it came: pasted ones name no query. */
export function readGivenList(registry: string, handle: string): GivenAnswer | undefined {
  return one(
    `${GIVEN} WHERE w.id IN (SELECT nc.answerId FROM Contact c JOIN NetworkContact nc ON nc.contactId = c.id AND nc.role = 'referred'
       WHERE c.registry = ? AND c.handle = ?) ORDER BY atMs DESC, w.id DESC LIMIT 1`,
    registry,
    handle,
  );
}
