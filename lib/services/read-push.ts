import { waitForRoom } from './disk-full';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { isDiskFull } from '@/lib/db/transaction';
import { endLiveLog, findLiveLog, type LiveLogRow } from '@/lib/db/write/live-logs';
import { dropOriginal, findUpload, setUploadState } from '@/lib/db/write/uploads';
import type { Handler, JobContext, Outcome } from '@/lib/jobs';
import { LiveLog } from './live-log';
import { closeLiveLog, takeTurn } from './live-turn';
import { originalPath, removeOriginal } from './original';
import { spoolEndMs } from './spool';

const Payload = z.object({ liveLogId: z.number().int() });
/** Logs whose state is kept in memory; more shippers than that are rare, and cost only time. */
const MOST_OPEN = 8;
/** Other uploads that wait for the lane come in between. */
const TURN_MS = 5_000;
const PAUSE_MS = 500;
const READ_BYTES = 524_288;

/** The worker's side of what shippers send: reads each token's log of the day as it grows. */
export function createPushReader(keepOriginal: boolean): Handler {
  const open = new Map<number, LiveLog>();
  return async (job, context) => {
    const { liveLogId } = Payload.parse(JSON.parse(job.payload));
    const log = findLiveLog(liveLogId);
    if (!log || log.ended === 1 || log.uploadId === null) {
      open.delete(liveLogId);
      // A person removed the upload, and its bytes with it.
      return { kind: 'done', write: () => endLiveLog(liveLogId) };
    }
    try {
      return await readPush(log, context, open, keepOriginal);
    } catch (error) {
      open.delete(liveLogId);
      if (!isDiskFull(error)) throw error;
      return waitForRoom(context, (why) => {
        if (log.uploadId !== null) setUploadState(log.uploadId, 'waiting', why);
      });
    }
  };
}

async function readPush(
  log: LiveLogRow,
  context: JobContext,
  open: Map<number, LiveLog>,
  keepOriginal: boolean,
): Promise<Outcome> {
  const live = await openLive(log, open);
  const end = context.nowMs() + TURN_MS;
  const whole = await takeTurn({
    log,
    live,
    chunks: readSpool(log.path, log.offset, log.length),
    sizeBytes: log.length,
    fileTimeMs: context.nowMs(),
    last: false,
    renew: context.renew,
    nowMs: context.nowMs,
    isOver: () => context.signal.aborted || context.nowMs() >= end,
  });
  // Put back as it was, it goes on when the lane's others had their turn.
  if (!whole || context.signal.aborted) return { kind: 'interrupted' };
  // Batches that come meanwhile are read together.
  const laneNextMs = context.nowMs() + PAUSE_MS;
  if (context.nowMs() < spoolEndMs(log.path)) return { kind: 'done', write: () => undefined, laneNextMs };
  open.delete(log.id);
  return {
    kind: 'done',
    write: () => {
      closeLiveLog(log, live, true);
      const uploadId = findLiveLog(log.id)?.uploadId ?? null;
      if (uploadId !== null && !keepOriginal) dropOriginal(uploadId);
    },
    after: () => (keepOriginal ? undefined : removeOriginal(log.path)),
  };
}

async function openLive(log: LiveLogRow, open: Map<number, LiveLog>): Promise<LiveLog> {
  const known = open.get(log.id);
  open.delete(log.id);
  let live = known?.offset === log.offset ? known : null;
  if (!live) {
    const upload = log.uploadId === null ? undefined : findUpload(log.uploadId);
    if (!upload) throw new Error(`${log.path} has no upload`);
    live = new LiveLog({ zone: upload.zone, fileTimeMs: upload.fileTimeMs });
    for await (const chunk of readSpool(log.path, 0, log.offset)) live.pass(chunk);
  }
  // The one that was used longest ago goes first.
  for (const oldest of open.keys()) {
    if (open.size < MOST_OPEN) break;
    open.delete(oldest);
  }
  open.set(log.id, live);
  return live;
}

async function* readSpool(stored: string, from: number, to: number): AsyncIterable<Uint8Array> {
  if (from >= to) return;
  const stream = createReadStream(originalPath(stored), { start: from, end: to - 1, highWaterMark: READ_BYTES });
  for await (const chunk of stream) yield chunk as Buffer;
}
