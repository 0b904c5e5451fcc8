import { runJobs } from '@/lib/jobs';
import { createHandlers } from '@/lib/services/handlers';
import { planQuestions } from '@/lib/services/plan-questions';
import { keepHeapLean } from '../lean-heap';

/** `worker`: runs the queue until SIGTERM or SIGINT; what is under way then goes on at the next start. */
export async function runWorker(): Promise<number> {
  keepHeapLean();
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const handlers = createHandlers(process.env);
  planQuestions(Date.now());
  await runJobs({ handlers, signal: stop.signal, nowMs: Date.now, until: 'forever', onFault: reportFault });
  return 0;
}

/** A fault of ours goes to stderr whole: the queue tries the job again. */
export function reportFault(error: unknown, job: { key: string }): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`ringleader: job ${job.key}: ${text}\n`);
}
