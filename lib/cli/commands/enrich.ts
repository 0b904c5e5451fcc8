import { runJobs } from '@/lib/jobs';
import { queueState, waitingJobs } from '@/lib/db/read/queue';
import { createTranslator } from '@/lib/messages';
import type { Message } from '@/lib/model';
import { createHandlers } from '@/lib/services/handlers';
import { planQuestions } from '@/lib/services/plan-questions';
import { readOptions } from '../options';
import { printable } from '../printable';
import { reportFault } from './worker';

/** Exit code where questions are left that a registry does not answer now. */
const STILL_WAITING = 3;

/**
 * `enrich [--wait]`: queues a question for every address without an owner. With `--wait` asks them, and ends
 * when all are answered, or wait for a registry that cannot be reached (exit code 3).
 */
export async function runEnrich(argv: string[]): Promise<number> {
  const { values } = readOptions(argv, { wait: { type: 'boolean' } });
  planQuestions(Date.now());
  if (values.wait) {
    const { ask, detect } = createHandlers(process.env);
    await runJobs({
      handlers: { ask, detect },
      signal: new AbortController().signal,
      nowMs: Date.now,
      until: 'settled',
      onFault: reportFault,
    });
  }
  const { open } = queueState(['ask'], Date.now());
  process.stderr.write(open === 0 ? 'All questions are answered.\n' : `${open} questions wait.\n`);
  for (const job of waitingJobs(10)) {
    const why =
      job.error === null ? '' : ` ${printable(createTranslator('en').message(JSON.parse(job.error) as Message))}`;
    process.stderr.write(`  ${printable(job.key)}:${why} Next try at ${new Date(job.availableMs).toISOString()}.\n`);
  }
  return values.wait && open > 0 ? STILL_WAITING : 0;
}
