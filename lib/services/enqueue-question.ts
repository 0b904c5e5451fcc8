import { z } from 'zod';
import { enqueue, enqueueAgain, type NewJob } from '@/lib/db/write/jobs';
import type { QuestionKind } from '@/lib/registry';

const KINDS = [
  'address',
  'network',
  'contact',
  'pivot',
  'pivot-organisation',
  'pivot-maintainer',
  'pivot-name',
  'pivot-email',
  'pivot-asn',
  'inside',
  'around',
  'origin',
  'origins',
  'announced',
  'routes',
] as const satisfies readonly QuestionKind[];

/** One question to one registry, as it stands in the queue. */
export const Question = z.object({
  server: z.string(),
  kind: z.enum(KINDS),
  /** Of `origins` nothing: which addresses are asked about is looked up when its turn comes. */
  key: z.string(),
  /** Pivots passed on the way from the log: 0 for the address of a rejection. */
  depth: z.number().int(),
  /** The hosts that were asked before and sent us on, oldest first. */
  asked: z.array(z.string()).default([]),
});
export type Question = z.infer<typeof Question>;

/** What the job keys of first questions about addresses begin with; the address follows. */
export const FIRST_QUESTION = 'ask:address:';

/** The pivot is worth more than the details of one network: it names them all. */
const KIND_PRIORITY: Readonly<Record<QuestionKind, number>> = {
  pivot: 3_000_000,
  'pivot-organisation': 3_000_000,
  'pivot-maintainer': 3_000_000,
  'pivot-name': 3_000_000,
  'pivot-email': 3_000_000,
  'pivot-asn': 3_000_000,
  contact: 2_000_000,
  address: 1_000_000,
  network: 0,
  inside: 0,
  around: 0,
  origin: 0,
  origins: 0,
  announced: 3_000_000,
  routes: 3_000_000,
};

/** What a person asks comes before all that follows from the logs by itself. */
const PERSON_PRIORITY = 10_000_000;

/** What a question's job is known by: the same question of the same server is one job. */
export function questionJobKey({ server, kind, key, asked }: Question): string {
  const isFirst = kind === 'address' && asked.length === 0;
  return isFirst ? FIRST_QUESTION + key : `ask:${server}:${kind}:${key}`;
}

/**
 * Queues a question unless it waits already or was given up; `weight` (rejections behind it) decides among its kind.
 * Whether an earlier answer still holds is looked at when its turn comes, since answers come in the meantime.
 */
export function enqueueQuestion(question: Question, weight: number, nowMs: number): void {
  const priority = KIND_PRIORITY[question.kind] + Math.min(weight, 999_999);
  enqueue({ ...jobOf(question), priority, againSinceMs: nowMs }, nowMs);
}

/**
 * Queues a question that many wait for together: it is asked `delayMs` after the first of them; where it is asked
 * right now, once more after that.
 */
export function enqueueTogether(question: Question, delayMs: number, nowMs: number): void {
  enqueueAgain({ ...jobOf(question), availableMs: nowMs + delayMs }, nowMs);
}

/** Queues a question that a person asks, before all others, and again where it was given up. */
export function enqueueByPerson(question: Question, nowMs: number): void {
  enqueueAgain({ ...jobOf(question), priority: PERSON_PRIORITY }, nowMs);
}

function jobOf(question: Question): NewJob {
  return { kind: 'ask', key: questionJobKey(question), lane: question.server, payload: question };
}
