import { z } from 'zod';
import { enqueueAgain, type LeasedJob } from '@/lib/db/write/jobs';
import {
  deleteUpload,
  findUpload,
  findUploadByPublicId,
  redateEvents,
  type StoredMoment,
} from '@/lib/db/write/uploads';
import type { Outcome } from '@/lib/jobs';
import { isZone, type Moment, redate } from '@/lib/maillog';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';
import { localYear } from './local-year';
import { removeOriginal } from './original';
import { requestDetection } from './request-detection';

/** A new zone, and the year of the log's last stamp (null: as it is). */
export const RedateInput = z.object({
  publicId: z.string(),
  zone: z.string().refine(isZone, 'unknown time zone'),
  year: z.number().int().min(1990).max(2200).nullable(),
});
export type RedateInput = z.infer<typeof RedateInput>;

/** Queues a new year and zone for an upload; its events are re-dated in place, nothing is read again. */
export function requestRedate(context: Context, input: RedateInput): void {
  const parsed = RedateInput.safeParse(input);
  if (!parsed.success) throw new UserError('bad-input', message('services.upload.bad-zone', { zone: input.zone }));
  const upload = requireDone(parsed.data.publicId);
  enqueueAgain(
    {
      kind: 'redate',
      key: `redate:${upload.publicId}`,
      lane: 'ingest',
      payload: { uploadId: upload.id, zone: parsed.data.zone, year: parsed.data.year },
    },
    context.nowMs,
  );
}

/** Queues the removal of an upload and of all it brought. */
export function requestRemoval(context: Context, publicId: string): void {
  const upload = findUploadByPublicId(publicId);
  if (!upload) throw new UserError('not-found', message('services.upload.unknown', { id: publicId }));
  enqueueAgain(
    { kind: 'forget', key: `forget:${publicId}`, lane: 'ingest', payload: { uploadId: upload.id } },
    context.nowMs,
  );
}

function requireDone(publicId: string): { id: number; publicId: string } {
  const upload = findUploadByPublicId(publicId);
  if (!upload) throw new UserError('not-found', message('services.upload.unknown', { id: publicId }));
  if (upload.state !== 'done')
    throw new UserError('conflict', message('services.upload.still-reading', { name: upload.name }));
  return upload;
}

const RedatePayload = z.object({ uploadId: z.number().int(), zone: z.string(), year: z.number().int().nullable() });

/** The worker's side of {@link requestRedate}. */
export function redateUpload(job: LeasedJob, nowMs: () => number): Outcome {
  const { uploadId, zone, year } = RedatePayload.parse(JSON.parse(job.payload));
  return {
    kind: 'done',
    write: () => {
      const upload = findUpload(uploadId);
      if (!upload) return;
      const yearShift = year === null || upload.lastMs === null ? 0 : year - localYear(upload.lastMs, upload.zone);
      const shift = (event: StoredMoment): Moment =>
        redate(event, { yearShift: event.assumed === 'year-and-zone' ? yearShift : 0, zone });
      redateEvents(uploadId, shift, zone, year ?? upload.year);
      requestDetection(nowMs());
    },
  };
}

const ForgetPayload = z.object({ uploadId: z.number().int() });

/** The worker's side of {@link requestRemoval}. */
export function forgetUpload(job: LeasedJob, nowMs: () => number): Outcome {
  const { uploadId } = ForgetPayload.parse(JSON.parse(job.payload));
  const upload = findUpload(uploadId);
  if (upload) removeOriginal(upload.path);
  return {
    kind: 'done',
    write: () => {
      deleteUpload(uploadId);
      requestDetection(nowMs());
    },
  };
}
