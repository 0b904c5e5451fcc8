import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { nextBlock, readUnlistedEvents, type UnlistedEvent } from '@/lib/db/read/unlisted-events';
import { noteEventsRewritten } from '@/lib/db/rewritten';
import { setEventLists } from '@/lib/db/write/event-lists';
import { enqueue, type LeasedJob } from '@/lib/db/write/jobs';
import type { JobContext, Outcome } from '@/lib/jobs';
import { createRecordReader } from '@/lib/maillog';
import { listName } from './collect-refusal';

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
    for (const [id, list] of readLists(readUnlistedEvents(block))) lists.set(id, list);
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

/** The lists that the lines of events of one upload name, by the events' ids. */
function readLists(events: readonly UnlistedEvent[]): Array<[number, string]> {
  const [first] = events;
  if (!first) return [];
  const { zone, pasted, timeMs } = first;
  const options = { zone, pasted, firstYear: 'latest-before', referenceMs: timeMs + HALF_A_DAY_MS } as const;
  const createReader = () => createRecordReader(options, ({ dnsbl }) => listName(dnsbl));
  // Of most servers a session's other lines would have to come in between; a line of Postfix stands by itself.
  const readPostfix = createReader();
  return events.flatMap(({ id, raw, format }): Array<[number, string]> => {
    const list = format === 'postfix' ? readPostfix(raw) : createReader()(raw);
    return list === null ? [] : [[id, list]];
  });
}
