import { all, one } from '../connection';
import { RawBlockReader, RECORDS_PER_BLOCK } from '../raw-blocks';

/** An event that names no block list, with what is needed to read its line again. */
export interface UnlistedEvent {
  id: number;
  timeMs: number;
  zone: string;
  pasted: boolean;
  format: string;
  raw: Buffer;
}

/** The first block of raw lines from `from` through `through`; null where there is none. */
export function nextBlock(from: number, through: number): number | null {
  return (
    one<{ id: number | null }>('SELECT min(id) AS id FROM RawBlock WHERE id BETWEEN ? AND ?', from, through)?.id ?? null
  );
}

/** The events of a block whose kind names no block list. */
export function readUnlistedEvents(blockId: number): UnlistedEvent[] {
  const blocks = new RawBlockReader(1);
  return all<{ id: number; timeMs: number; zone: string; pasted: number; format: string }>(
    `SELECT e.id, e.timeMs, u.zone, u.pasted, k.format FROM RawBlock b JOIN Upload u ON u.id = b.uploadId
     JOIN Event e ON e.id BETWEEN ?1 * ${RECORDS_PER_BLOCK} AND ?1 * ${RECORDS_PER_BLOCK} + ${RECORDS_PER_BLOCK - 1}
     JOIN Kind k ON k.id = e.kindId WHERE b.id = ?1 AND k.dnsbl IS NULL`,
    blockId,
  ).map(({ pasted, ...event }) => ({ ...event, pasted: pasted === 1, raw: blocks.read(event.id).raw }));
}
