import { z } from 'zod';
import { readSetting } from '@/lib/db/read/settings';
import { writeSetting } from '@/lib/db/write/settings';
import { type AnswerStatus, message, UserError } from '@/lib/model';
import type { QuestionKind } from '@/lib/registry';
import type { Context } from './context';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What answers hold for a time of their own. */
export const CACHE_KINDS = ['network', 'handle', 'negative'] as const;
export type CacheKind = (typeof CACHE_KINDS)[number];

/** One of the times a person may set: a whole number of its units between the bounds. */
export interface CacheRule {
  unitMs: number;
  usual: number;
  least: number;
  most: number;
}

/**
 * How long an answer holds before its question may be put again, whoever asks. Registries publish no times for
 * whois: these are the project's own rules of politeness. A network seldom changes within a day, a person or a
 * handle's list within a week; that there is no such entry holds for less, as a block may be registered any day.
 * The bounds keep a site from asking for the same again and again, and from working with last year's facts.
 */
export const CACHE_RULES: Readonly<Record<CacheKind, CacheRule>> = {
  network: { unitMs: HOUR_MS, usual: 24, least: 6, most: 720 },
  handle: { unitMs: DAY_MS, usual: 7, least: 1, most: 90 },
  negative: { unitMs: MINUTE_MS, usual: 60, least: 15, most: 10_080 },
};

/** Who announces a block may change at any time, but nothing here turns on the hour. */
const KIND_OF: Readonly<Record<QuestionKind, CacheKind>> = {
  address: 'network',
  network: 'network',
  inside: 'network',
  around: 'network',
  origin: 'network',
  origins: 'network',
  'pivot-asn': 'network',
  announced: 'network',
  routes: 'network',
  contact: 'handle',
  pivot: 'handle',
  'pivot-organisation': 'handle',
  'pivot-maintainer': 'handle',
  'pivot-name': 'handle',
  'pivot-email': 'handle',
};

/** IANA's lists of who answers for what: the `max-age` they come with (RFC 9224, section 8). */
export const BOOTSTRAP_MS = DAY_MS;

/** Answers that hold; of the others nothing is whole, and they are asked for again as their faults allow. */
const HOLDING: ReadonlySet<AnswerStatus> = new Set(['found', 'limited', 'empty', 'unsupported']);

const SETTING = 'cacheTimes';

const inBounds = ({ least, most }: CacheRule) => z.coerce.number().int().min(least).max(most);
const Times = z.object({
  network: inBounds(CACHE_RULES.network),
  handle: inBounds(CACHE_RULES.handle),
  negative: inBounds(CACHE_RULES.negative),
});
type Times = z.infer<typeof Times>;

/** The times as they are set, each in the units of its rule. */
export function readCacheTimes(): Times {
  const text = readSetting(SETTING);
  const set = text === null ? null : Times.safeParse(JSON.parse(text));
  if (set?.success) return set.data;
  return { network: CACHE_RULES.network.usual, handle: CACHE_RULES.handle.usual, negative: CACHE_RULES.negative.usual };
}

/**
 * Sets the times; answers that are kept already hold by the new ones.
 * @param texts whole numbers in the units of each rule.
 * @throws UserError naming the first that is out of its bounds; nothing is changed then.
 */
export function saveCacheTimes(_context: Context, texts: Readonly<Record<CacheKind, string>>): Times {
  const parsed = Times.safeParse(texts);
  if (parsed.success) {
    writeSetting(SETTING, JSON.stringify(parsed.data));
    return parsed.data;
  }
  const kind = CACHE_KINDS.find((one) => parsed.error.issues.some(({ path }) => path[0] === one)) ?? 'network';
  const { least, most } = CACHE_RULES[kind];
  throw new UserError('bad-input', message(`services.cache-times.${kind}`, { text: texts[kind], least, most }));
}

/** How long what is known of such an entity holds, in milliseconds. */
export function cacheMs(kind: CacheKind): number {
  return readCacheTimes()[kind] * CACHE_RULES[kind].unitMs;
}

/** How long this answer to such a question holds, in milliseconds; 0 where it does not. */
export function holdsMs(kind: QuestionKind, status: AnswerStatus): number {
  if (!HOLDING.has(status)) return 0;
  return cacheMs(status === 'empty' ? 'negative' : KIND_OF[kind]);
}
