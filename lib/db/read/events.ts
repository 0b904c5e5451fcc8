import { one } from '../connection';
import { readRaw, RECORDS_PER_BLOCK } from '../raw-blocks';

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

export function readEventRecord(id: number): EventRecord | undefined {
  const row = one<Omit<EventRecord, 'raw' | 'pasted'> & { pasted: number }>(
    `SELECT e.timeMs, k.utcOffsetMinutes, u.zone, u.pasted, a.text AS address, k.dnsbl
     FROM Event e JOIN Kind k ON k.id = e.kindId JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK} JOIN Upload u ON u.id = b.uploadId
     LEFT JOIN Address a ON a.id = e.addressId
     WHERE e.id = ?`,
    id,
  );
  return row && { ...row, raw: readRaw(id).raw, pasted: row.pasted === 1 };
}
