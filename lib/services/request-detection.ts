import { enqueueAgain } from '@/lib/db/write/jobs';

/** Asks the worker to look for habits anew: once for however many reasons there are. */
export function requestDetection(nowMs: number): void {
  enqueueAgain({ kind: 'detect', key: 'detect', lane: 'detect', payload: {} }, nowMs);
}
