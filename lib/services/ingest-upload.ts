import { waitForRoom } from './disk-full';
import { z } from 'zod';
import { hasLogWaiting } from '@/lib/db/read/queue';
import { isDiskFull } from '@/lib/db/transaction';
import { finishNews, markNews } from '@/lib/db/write/upload-news';
import { EventWriter } from '@/lib/db/write/events';
import type { LeasedJob } from '@/lib/db/write/jobs';
import {
  dropOriginal,
  findUpload,
  finishUpload,
  redateEvents,
  setUploadState,
  type StoredMoment,
  type StoredUpload,
} from '@/lib/db/write/uploads';
import { isVariable, senderTemplate } from '@/lib/detect';
import type { JobContext, Outcome } from '@/lib/jobs';
import { createByteParser, LineShapes, type Moment, type ParseSummary, redate } from '@/lib/maillog';
import { message, UserError } from '@/lib/model';
import { assignNewAddresses } from './assign-new-addresses';
import { DEFAULT_LIMITS, type InflateLimits } from './containers/limits';
import { missingYears } from './missing-years';
import { newEvent } from './new-event';
import { openLog } from './open-log';
import { originalPath, removeOriginal } from './original';
import { planQuestions } from './plan-questions';
import { requestDetection } from './request-detection';

const Payload = z.object({ uploadId: z.number().int() });

/** Records a transaction: large enough to be fast, short enough that other writers hardly wait. */
const BATCH = 10_000;
/** Bytes of the stored form after which progress is written, however few records were in them. */
const PROGRESS_BYTES = 32 * 1024 * 1024;

/**
 * Reads an upload into events. It may be killed at any moment: what a batch wrote stays, and the next run
 * reads the file again and goes on behind the last record written.
 */
export async function ingestUpload(
  job: LeasedJob,
  context: JobContext,
  keepOriginal: boolean,
  limits: InflateLimits = DEFAULT_LIMITS,
): Promise<Outcome> {
  const { uploadId } = Payload.parse(JSON.parse(job.payload));
  const upload = findUpload(uploadId);
  if (!upload || upload.state === 'done') return { kind: 'done', write: () => undefined };
  setUploadState(uploadId, 'reading');
  markNews(uploadId);
  let read: ReadEvents | null;
  try {
    read = await readEvents(upload, context, limits);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return waitForRoom(context, (why) => {
      setUploadState(uploadId, 'waiting', why);
      requestDetection(context.nowMs());
    });
  }
  if (!read) return { kind: 'interrupted' };
  const { summary, bytesRead, fault, shapes } = read;
  const { lines, pasted, formats } = summary;
  const write = (): void => {
    const yearShift = missingYears(upload, summary);
    const shift = (event: StoredMoment): Moment =>
      redate(event, { yearShift: event.assumed === 'year-and-zone' ? yearShift : 0, zone: upload.zone });
    if (yearShift !== 0) redateEvents(uploadId, shift, upload.zone, upload.year);
    finishUpload(uploadId, { bytesRead, lines, pasted, formats });
    finishNews(uploadId, shapes);
    if (fault) setUploadState(uploadId, 'failed', fault.sentence);
    else if (!keepOriginal) dropOriginal(uploadId);
    assignNewAddresses();
    planQuestions(context.nowMs());
    // Of two hundred files that came together the last one asks: looking takes longer than reading a small log.
    if (!hasLogWaiting(context.nowMs())) requestDetection(context.nowMs());
  };
  if (fault) return { kind: 'failed', error: fault.sentence, write };
  return { kind: 'done', write, after: () => (keepOriginal ? undefined : removeOriginal(upload.path)) };
}

interface ReadEvents {
  summary: ParseSummary;
  bytesRead: number;
  /** What was not understood. */
  shapes: LineShapes;
  /** Why the file could not be read to its end; what came before is kept. */
  fault: UserError | null;
}

/** Null where the process was told to end. */
async function readEvents(
  upload: StoredUpload,
  context: JobContext,
  limits: InflateLimits,
): Promise<ReadEvents | null> {
  const log = await openLog(originalPath(upload.path), upload.sizeBytes, limits);
  const shapes = new LineShapes();
  const writer = new EventWriter(upload.id, isVariable);
  let lines = 0;
  let written = 0;
  const parser = createByteParser(
    {
      zone: upload.zone,
      firstYear: 'latest-before',
      referenceMs: upload.fileTimeMs,
      ...(upload.format ? { format: upload.format } : {}),
    },
    {
      refusal(found) {
        lines = found.line;
        const event = newEvent(found);
        const { sender, recipient } = event;
        writer.add(event, found.raw(), sender === null ? null : senderTemplate(sender, recipient));
      },
      unparsed(unparsed, raw) {
        lines = unparsed.line;
        writer.addUnparsed(unparsed, raw);
        shapes.add(unparsed, raw);
      },
      sighting: (sighting, offset) => writer.addSighting(sighting, offset),
    },
  );
  let fault: UserError | null = null;
  try {
    for await (const chunk of log.chunks) {
      if (context.signal.aborted) return null;
      parser.push(chunk);
      const bytesRead = log.bytesRead();
      if (writer.pending < BATCH && bytesRead - written < PROGRESS_BYTES) continue;
      await writer.ready();
      writer.commit({ bytesRead, lines }, context.renew);
      written = bytesRead;
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Its file has a name of ours on disk; the user knows it by theirs.
    const { key, params } = error.sentence;
    fault = new UserError(error.code, message(key, { ...params, name: upload.name }), { cause: error });
  }
  const summary = parser.end();
  await writer.ready();
  writer.commit({ bytesRead: log.bytesRead(), lines: summary.lines }, context.renew);
  writer.finish();
  return { summary, bytesRead: log.bytesRead(), shapes, fault };
}
