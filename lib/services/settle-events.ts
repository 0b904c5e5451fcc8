import { transaction } from '@/lib/db/transaction';
import { enqueueAgain } from '@/lib/db/write/jobs';
import { countGrowingAddresses } from '@/lib/db/write/live-logs';
import type { Outcome } from '@/lib/jobs';
import { assignNewAddresses } from './assign-new-addresses';
import { planQuestions } from './plan-questions';
import { requestDetection } from './request-detection';

/** Logs that grow bring a little each second; what follows from it is worked out so long after the first of it. */
const SETTLE_MS = 10_000;

/** Asks for what new events of a growing log lead to: once for all that come in the meantime. */
export function requestSettling(nowMs: number): void {
  const job = { kind: 'settle', key: 'settle', lane: 'settle', payload: {}, availableMs: nowMs + SETTLE_MS } as const;
  enqueueAgain(job, nowMs);
}

/** Finds the networks of new addresses, asks who holds the others, and looks for habits anew. */
export function settleEvents(nowMs: number): Outcome {
  const write = (): void => settleNow(nowMs);
  return { kind: 'done', write };
}

/** As the job, at once: for a process that ends. */
export function settleNow(nowMs: number): void {
  transaction(() => {
    countGrowingAddresses();
    assignNewAddresses();
    planQuestions(nowMs);
    requestDetection(nowMs);
  });
}
