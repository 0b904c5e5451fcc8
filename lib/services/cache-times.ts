import type { AnswerStatus } from '@/lib/model';
import type { QuestionKind } from '@/lib/registry';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long an answer holds before its question may be put again, whoever asks. Registries publish no times for
 * whois: these are the project's own rules of politeness. A network seldom changes within a day, a person or a
 * handle's list within a week; who announces a block may change at any time, but nothing here turns on the hour.
 */
const HOLDS_MS: Readonly<Record<QuestionKind, number>> = {
  address: DAY_MS,
  network: DAY_MS,
  inside: DAY_MS,
  around: DAY_MS,
  origin: DAY_MS,
  origins: DAY_MS,
  'pivot-asn': DAY_MS,
  announced: DAY_MS,
  routes: DAY_MS,
  contact: 7 * DAY_MS,
  pivot: 7 * DAY_MS,
  'pivot-organisation': 7 * DAY_MS,
  'pivot-maintainer': 7 * DAY_MS,
};

/** "There is no such entry" holds for less: a block may be registered any day. */
export const NEGATIVE_MS = HOUR_MS;

/** What is known of a network holds as long as the answer about it. */
export const NETWORK_MS = HOLDS_MS.network;

/** IANA's lists of who answers for what: the `max-age` they come with (RFC 9224, section 8). */
export const BOOTSTRAP_MS = DAY_MS;

/** Answers that hold; of the others nothing is whole, and they are asked for again as their faults allow. */
export const HOLDING: ReadonlySet<AnswerStatus> = new Set(['found', 'limited', 'empty', 'unsupported']);

/** How long this answer to such a question holds, in milliseconds; 0 where it does not. */
export function holdsMs(kind: QuestionKind, status: AnswerStatus): number {
  if (!HOLDING.has(status)) return 0;
  return status === 'empty' ? NEGATIVE_MS : HOLDS_MS[kind];
}
