import { z } from 'zod';
import { readUpload } from '@/lib/db/read/uploads';
import { enqueueAgain, type LeasedJob } from '@/lib/db/write/jobs';
import { restrictToFormat } from '@/lib/db/write/restrict-format';
import { findUploadByPublicId } from '@/lib/db/write/uploads';
import type { Outcome } from '@/lib/jobs';
import { FORMAT_NAMES, LOG_FORMATS, message, UserError } from '@/lib/model';
import type { Context } from './context';
import { requestDetection } from './request-detection';

export const FormatInput = z.object({ publicId: z.string(), format: z.enum(LOG_FORMATS).nullable() });
export type FormatInput = z.infer<typeof FormatInput>;

/**
 * Queues the restriction of an upload to one mail server: the refusals of the others go. What was never stored cannot
 * come back by itself.
 * @throws UserError where it is not read yet, or where the log itself is needed once more.
 */
export function changeFormat(context: Context, { publicId, format }: FormatInput): void {
  const upload = readUpload(publicId);
  const row = findUploadByPublicId(publicId);
  if (!upload || !row) throw new UserError('not-found', message('services.upload.unknown', { id: publicId }));
  const { name, state, formats } = upload;
  if (state !== 'done') throw new UserError('conflict', message('services.upload.still-reading', { name }));
  if (upload.format === format) return;
  if (format === null || !formats.some((found) => found.format === format)) {
    const server = upload.format ? FORMAT_NAMES[upload.format] : '';
    throw new UserError('conflict', message('services.upload.send-again', { name, server, some: server ? 1 : 0 }));
  }
  const job = { kind: 'reformat', key: `reformat:${publicId}`, lane: 'ingest' } as const;
  enqueueAgain({ ...job, payload: { uploadId: row.id, format } }, context.nowMs);
}

const Payload = z.object({ uploadId: z.number().int(), format: z.enum(LOG_FORMATS) });

/** The worker's side of {@link changeFormat}. */
export function restrictUpload(job: LeasedJob, nowMs: () => number): Outcome {
  const { uploadId, format } = Payload.parse(JSON.parse(job.payload));
  return {
    kind: 'done',
    write: () => {
      restrictToFormat(uploadId, format);
      requestDetection(nowMs());
    },
  };
}
