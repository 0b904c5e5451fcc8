import { readEventRecord } from '@/lib/db/read/events';
import { parseRecord } from '@/lib/maillog';
import type { Rejection } from '@/lib/model';

const DAY_MS = 86_400_000;

/** Reads one event's record again, for all of its fields; null where it is gone or no longer understood. */
export function loadRecord(id: number): Rejection | null {
  const record = readEventRecord(id);
  if (!record) return null;
  return parseRecord(record.raw, {
    zone: record.zone,
    firstYear: 'latest-before',
    referenceMs: record.timeMs + DAY_MS / 2,
    pasted: record.pasted,
  });
}
