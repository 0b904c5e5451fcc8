import { type EventRecord, readEventRecord } from '@/lib/db/read/events';
import { parseRecord } from '@/lib/maillog';
import type { Rejection } from '@/lib/model';

const DAY_MS = 86_400_000;

/** What an earlier line of the session told of a refusal, and its own line does not. */
export type JoinedField = 'clientAddress' | 'dnsbl';

export interface LoadedRecord {
  record: Rejection;
  joined: JoinedField[];
}

/**
 * Reads one event's record again, for all of its fields; null where it is gone or no longer understood. The line is
 * read alone, so what other lines told of it (the client of a session, postscreen's block list) is taken from what was
 * stored, and said to be `joined`.
 */
export function loadRecord(id: number): LoadedRecord | null {
  const stored = readEventRecord(id);
  return stored ? recordOf(stored) : null;
}

/** As {@link loadRecord}, of what was read already. */
export function recordOf(stored: EventRecord): LoadedRecord | null {
  const record = parseRecord(stored.raw, {
    zone: stored.zone,
    firstYear: 'latest-before',
    referenceMs: stored.timeMs + DAY_MS / 2,
    pasted: stored.pasted,
  });
  if (!record) return null;
  const { address, dnsbl } = stored;
  const joined: JoinedField[] = [];
  if (record.clientAddress === null && address !== null) joined.push('clientAddress');
  if (record.dnsbl === null && dnsbl !== null) joined.push('dnsbl');
  return {
    record: { ...record, clientAddress: record.clientAddress ?? address, dnsbl: record.dnsbl ?? dnsbl },
    joined,
  };
}
