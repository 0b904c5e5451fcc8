import { all, one } from '../connection';
import { RawBlockReader, RECORDS_PER_BLOCK } from '../raw-blocks';

/** An event's own record, and what is needed to read it again. */
export interface EventRecord {
  raw: Buffer;
  timeMs: number;
  utcOffsetMinutes: number;
  zone: string;
  pasted: boolean;
  /** As they were stored: the log's other lines may have told them. */
  address: string | null;
  dnsbl: string | null;
}

/** @param blocks hands out the raw line; one reader for events that stand near each other opens their blocks once. */
export function readEventRecord(id: number, blocks = new RawBlockReader(1)): EventRecord | undefined {
  const row = one<Omit<EventRecord, 'raw' | 'pasted'> & { pasted: number }>(
    `SELECT e.timeMs, k.utcOffsetMinutes, u.zone, u.pasted, a.text AS address, k.dnsbl
     FROM Event e JOIN Kind k ON k.id = e.kindId JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK} JOIN Upload u ON u.id = b.uploadId
     LEFT JOIN Address a ON a.id = e.addressId
     WHERE e.id = ?`,
    id,
  );
  return row && { ...row, raw: blocks.read(id).raw, pasted: row.pasted === 1 };
}

/** Ids about an event that are looked at for others of its session: its own and the next blocks. */
const NEAR = 2 * RECORDS_PER_BLOCK;
const MOST_NEAR = 40;

/** Blocks on both sides and its own. */
const NEAR_BLOCKS = 5;

/** Other events of the same client that stand near an event in its log, in the log's order, at most 40. */
export function readNearbyEvents(id: number): Array<{ id: number; stored: EventRecord }> {
  const blocks = new RawBlockReader(NEAR_BLOCKS);
  return all<{ id: number }>(
    `SELECT e.id FROM Event e JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK} JOIN Event own ON own.id = ?1
     WHERE e.id BETWEEN ?1 - ${NEAR} AND ?1 + ${NEAR} AND e.id <> ?1 AND e.addressId = own.addressId
       AND b.uploadId = (SELECT uploadId FROM RawBlock WHERE id = ?1 / ${RECORDS_PER_BLOCK})
     ORDER BY abs(e.id - ?1) LIMIT ${MOST_NEAR}`,
    id,
  )
    .sort((a, b) => a.id - b.id)
    .flatMap(({ id: near }) => {
      const stored = readEventRecord(near, blocks);
      return stored ? [{ id: near, stored }] : [];
    });
}
