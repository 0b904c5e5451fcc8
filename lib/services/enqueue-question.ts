import { z } from 'zod';
import { enqueue } from '@/lib/db/write/jobs';
import type { QuestionKind } from '@/lib/registry';

const KINDS = [
  'address',
  'network',
  'contact',
  'pivot',
  'pivot-organisation',
  'pivot-maintainer',
  'pivot-asn',
  'inside',
  'around',
  'origin',
] as const satisfies readonly QuestionKind[];

/** One question to one registry, as it stands in the queue. */
export const Question = z.object({
  server: z.string(),
  kind: z.enum(KINDS),
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
  'pivot-asn': 3_000_000,
  contact: 2_000_000,
  address: 1_000_000,
  network: 0,
  inside: 0,
  around: 0,
  origin: 0,
};

/** Queues a question unless it was asked before; `weight` (rejections behind it) decides among its kind. */
export function enqueueQuestion(question: Question, weight: number, nowMs: number): void {
  const isFirst = question.kind === 'address' && question.asked.length === 0;
  enqueue(
    {
      kind: 'ask',
      key: isFirst ? FIRST_QUESTION + question.key : `ask:${question.server}:${question.kind}:${question.key}`,
      lane: question.server,
      payload: question,
      priority: KIND_PRIORITY[question.kind] + Math.min(weight, 999_999),
    },
    nowMs,
  );
}
