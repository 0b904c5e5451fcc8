import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { nextBlock, readUnlistedEvents } from '@/lib/db/read/unlisted-events';
import { noteEventsRewritten } from '@/lib/db/rewritten';
import { setEventLists } from '@/lib/db/write/event-lists';
import { enqueue, type LeasedJob } from '@/lib/db/write/jobs';
import type { JobContext, Outcome } from '@/lib/jobs';
import { parseRecord } from '@/lib/maillog';
import { listName } from './new-event';

/** Uploads that wait for the lane come in between. */
const TURN_MS = 2_000;
const HALF_A_DAY_MS = 43_200_000;

/** Blocks of raw lines, by their ids, both included. */
const Payload = z.object({ from: z.number().int(), through: z.number().int() });

/**
 * Reads the lines of events once more that were stored before there was a place for the block list they name. What
 * only another line told (postscreen's dnsblog) stays unknown. A turn ends after two seconds and makes the job of the
 * next one in the transaction of its own events.
 */
export async function nameBlockLists(job: LeasedJob, context: JobContext): Promise<Outcome> {
  const { from, through } = Payload.parse(JSON.parse(job.payload));
  const end = context.nowMs() + TURN_MS;
  const lists = new Map<number, string>();
  let block = nextBlock(from, through);
  while (block !== null) {
    for (const { id, timeMs, raw, zone, pasted } of readUnlistedEvents(block)) {
      const referenceMs = timeMs + HALF_A_DAY_MS;
      const record = parseRecord(raw, { zone, pasted, firstYear: 'latest-before', referenceMs });
      const dnsbl = listName(record?.dnsbl ?? null);
      if (dnsbl !== null) lists.set(id, dnsbl);
    }
    block = nextBlock(block + 1, through);
    if (context.nowMs() >= end) break;
    await breathe();
    if (context.signal.aborted) return { kind: 'interrupted' };
  }
  const next = block;
  return {
    kind: 'done',
    write: () => {
      setEventLists(lists);
      // Once, at the end: those who keep events in memory read all of them anew.
      if (next === null) noteEventsRewritten();
      else {
        const payload = { from: next, through };
        enqueue({ kind: 'name-lists', key: `name-lists:${next}`, lane: 'ingest', payload }, context.nowMs());
      }
    },
  };
}
