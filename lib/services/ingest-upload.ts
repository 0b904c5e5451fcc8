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
  setUploadHash,
  setUploadState,
  type StoredMoment,
  type StoredUpload,
} from '@/lib/db/write/uploads';
import { isVariable } from '@/lib/detect';
import type { JobContext, Outcome } from '@/lib/jobs';
import { type Moment, redate } from '@/lib/maillog';
import { message } from '@/lib/model';
import { assignNewAddresses } from './assign-new-addresses';
import { DEFAULT_LIMITS, type InflateLimits } from './containers/limits';
import { missingYears } from './missing-years';
import { originalPath, removeOriginal } from './original';
import { type ReadEnd, readAside } from './parse-thread';
import { planQuestions } from './plan-questions';
import { requestDetection } from './request-detection';

const Payload = z.object({ uploadId: z.number().int() });

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
  let read: ReadEnd | null;
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
  const { summary, bytesRead, shapes } = read;
  // Its file has a name of ours on disk; the user knows it by theirs.
  const fault = read.fault && message(read.fault.key, { ...read.fault.params, name: upload.name });
  const { lines, pasted, formats } = summary;
  const write = (): void => {
    const yearShift = missingYears(upload, summary);
    const shift = (event: StoredMoment): Moment =>
      redate(event, { yearShift: event.assumed === 'year-and-zone' ? yearShift : 0, zone: upload.zone });
    if (yearShift !== 0) redateEvents(uploadId, shift, upload.zone, upload.year);
    finishUpload(uploadId, { bytesRead, lines, pasted, formats });
    finishNews(uploadId, shapes);
    if (read.sha256 !== null) setUploadHash(uploadId, read.sha256);
    if (fault) setUploadState(uploadId, 'failed', fault);
    else if (!keepOriginal) dropOriginal(uploadId);
    assignNewAddresses();
    planQuestions(context.nowMs());
    // Of two hundred files that came together the last one asks: looking takes longer than reading a small log.
    if (!hasLogWaiting(context.nowMs())) requestDetection(context.nowMs());
  };
  if (fault) return { kind: 'failed', error: fault, write };
  return { kind: 'done', write, after: () => (keepOriginal ? undefined : removeOriginal(upload.path)) };
}

/** Null where the process was told to end. */
async function readEvents(upload: StoredUpload, context: JobContext, limits: InflateLimits): Promise<ReadEnd | null> {
  const writer = new EventWriter(upload.id, isVariable);
  const { zone, fileTimeMs, format, sizeBytes, sha256 } = upload;
  const request = {
    path: originalPath(upload.path),
    sizeBytes,
    limits,
    options: {
      zone,
      firstYear: 'latest-before' as const,
      referenceMs: fileTimeMs,
      ...(format ? { format } : {}),
    },
    start: writer.start(),
    hashed: sha256 === null,
  };
  let end: ReadEnd | null = null;
  for await (const found of readAside(request)) {
    if (context.signal.aborted) return null;
    if (found.kind === 'end') end = found;
    else {
      writer.take(found.batch);
      await writer.ready();
      writer.commit({ bytesRead: found.bytesRead, lines: found.lines }, context.renew);
    }
  }
  if (!end) throw new Error('a log was read without an end');
  writer.finish();
  return end;
}
