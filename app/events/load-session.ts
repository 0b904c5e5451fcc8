import { readNearbyEvents } from '@/lib/db/read/events';
import type { Rejection } from '@/lib/model';
import { recordOf } from './load-record';

/** A session is told by its process, which goes on to the next client: so far apart its lines can stand. */
const LONGEST_MS = 10 * 60_000;

/**
 * The other refusals of an event's session: of the same client and process of the same host, or of the same message,
 * within ten minutes.
 * @param record of the event
 */
export function loadSession(id: number, record: Rejection): number[] {
  return readNearbyEvents(id).flatMap((other) => {
    const near = recordOf(other.stored)?.record;
    if (!near || Math.abs(near.timeMs - record.timeMs) > LONGEST_MS || near.host !== record.host) return [];
    const sameProcess = record.pid !== null && near.pid === record.pid && near.daemon === record.daemon;
    return sameProcess || (record.queueId !== null && near.queueId === record.queueId) ? [other.id] : [];
  });
}
