import { runJobs } from '@/lib/jobs';
import { ownerContext } from '@/lib/services/context';
import { createHandlers } from '@/lib/services/handlers';
import { planQuestions } from '@/lib/services/plan-questions';
import { recoverUploads } from '@/lib/services/recover-uploads';
import { requestRetention } from '@/lib/services/retain-personal';
import { keepHeapLean } from '../lean-heap';

/** How often what nobody goes on sending, and what is kept for too long, is looked for. */
const RECOVER_EVERY_MS = 6 * 3_600_000;

/** `worker`: runs the queue until SIGTERM or SIGINT; what is under way then goes on at the next start. */
export async function runWorker(): Promise<number> {
  keepHeapLean();
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const handlers = createHandlers(process.env);
  planQuestions(Date.now());
  await tidyUploads();
  requestRetention(Date.now());
  const timer = setInterval(() => {
    void tidyUploads();
    requestRetention(Date.now());
  }, RECOVER_EVERY_MS);
  stop.signal.addEventListener('abort', () => clearInterval(timer));
  await runJobs({ handlers, signal: stop.signal, nowMs: Date.now, until: 'forever', onFault: reportFault });
  return 0;
}

/** Takes in what a killed server left complete, removes what stopped a week ago, and says so; the queue runs anyway. */
async function tidyUploads(): Promise<void> {
  try {
    const { finished, removed, files } = await recoverUploads(ownerContext());
    for (const name of finished) process.stderr.write(`ringleader: ${name}: it had come in whole, and is read now\n`);
    for (const { name, received, sizeBytes } of removed) {
      const bytes = `${received} of ${sizeBytes} bytes`;
      process.stderr.write(`ringleader: ${name}: removed, ${bytes} came and nothing more for seven days\n`);
    }
    for (const name of files) process.stderr.write(`ringleader: uploads/${name}: removed, it belongs to no upload\n`);
  } catch (error) {
    reportFault(error, { key: 'tidy-uploads' });
  }
}

/** A fault of ours goes to stderr whole: the queue tries the job again. */
export function reportFault(error: unknown, job: { key: string }): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`ringleader: job ${job.key}: ${text}\n`);
}
