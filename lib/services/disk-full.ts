import { dataFolder, isDiskFull } from '@/lib/db/transaction';
import type { JobContext, Outcome } from '@/lib/jobs';
import { type Message, message, UserError } from '@/lib/model';

/** Where the disk was full it is tried again so often. */
const RETRY_MS = 60_000;

const sentence = (): Message => message('services.upload.disk-full', { folder: dataFolder() });

/** The error to be thrown on: where the disk was full, one that says so. */
export function explainDiskFull(error: unknown): unknown {
  return isDiskFull(error) ? new UserError('conflict', sentence()) : error;
}

/** A job that waits until there is room. `write` is given the words for it. */
export function waitForRoom(context: JobContext, write: (why: Message) => void): Outcome {
  const why = sentence();
  const retryMs = context.nowMs() + RETRY_MS;
  return { kind: 'later', error: why, blocked: true, retryMs, write: () => write(why) };
}
