import { type GivenAnswer, readQueued } from '@/lib/db/read/questions';
import type { AnswerStatus, Message } from '@/lib/model';
import type { Obstacle, QuestionKind } from '@/lib/registry';
import { type Question, questionJobKey } from './enqueue-question';
import { findWay, type Registries, type Way } from './find-way';
import { findGivenAnswer, holdsUntilMs } from './given-answer';
import type { NamedQuestion } from './name-questions';
import { type Budget, personalBudget } from './personal-budget';

/** What came of a question that was answered. */
export interface Given {
  answerId: number;
  server: string;
  atMs: number;
  status: AnswerStatus;
  /** Networks it told of (for an AS: blocks it announces), and those of them that were new; null: not counted. */
  networks: number | null;
  fresh: number | null;
  /** Until when it holds, so that it is not asked again; null: it can be. */
  holdsUntilMs: number | null;
}

/** Where a question stands. */
export type Standing =
  /** Nobody has asked it, or its answer no longer holds. */
  | { state: 'open'; server: string }
  | { state: 'running'; server: string }
  /** `place` counts from 1; `error` says why it waits where it was tried before. */
  | { state: 'waiting'; server: string; place: number; error: Message | null }
  | { state: 'failed'; server: string; error: Message | null }
  | { state: 'answered'; server: string }
  | { state: 'obstacle'; obstacle: Obstacle }
  | { state: 'sample' };

/** A question as a page shows it. */
export interface StandingQuestion {
  kind: QuestionKind;
  key: string;
  standing: Standing;
  given: Given | null;
  /** Of a look-up whose personal entries the registry counts. */
  personal: Budget | null;
}

/** Where a question stands, from the queue and the kept answers, as the directory of registries is now. */
export function standQuestion(named: NamedQuestion, nowMs: number, registries: Registries): StandingQuestion {
  const { kind, key } = named;
  const way = wayOf(named, nowMs, registries);
  if ('obstacle' in way) return { kind, key, standing: way, given: null, personal: null };
  const answer = findGivenAnswer(way, named, registries);
  const given =
    answer && (answer.origin === 'user' || named.origin === 'sample') ? describe(named, answer, nowMs) : null;
  const standing = given?.holdsUntilMs === null || given === null ? queued(named, way) : null;
  if (named.origin === 'sample')
    return {
      kind,
      key,
      standing: given ? { state: 'answered', server: given.server } : { state: 'sample' },
      given,
      personal: null,
    };
  return {
    kind,
    key,
    given,
    standing: standing ?? { state: 'answered', server: way.row.host },
    personal: personalOf(kind, way, nowMs, registries),
  };
}

/** Questions that are answered with blocks an AS announces, which are no networks. */
const OF_AS: ReadonlySet<QuestionKind> = new Set(['pivot-asn', 'origin', 'announced', 'routes']);

/** The question as it goes into the queue, for the server that stands for it. */
export function toQuestion({ kind, key, depth }: NamedQuestion, server: string): Question {
  return { server, kind, key, depth, asked: [] };
}

/** Whom the question is put to, and how; else why nobody is asked. */
function wayOf(
  named: NamedQuestion,
  nowMs: number,
  registries: Registries,
): Way | { state: 'obstacle'; obstacle: Obstacle } {
  const way = findWay(registries, named.registry, named, nowMs, named.teller);
  return 'row' in way ? way : { state: 'obstacle', obstacle: way.obstacle };
}

function queued(named: NamedQuestion, { row }: Way): Standing {
  const server = row.host;
  const job = readQueued(questionJobKey(toQuestion(named, server)));
  if (job?.state === 'leased') return { state: 'running', server };
  if (job?.state === 'failed') return { state: 'failed', server, error: job.error };
  if (job && job.state !== 'done') return { state: 'waiting', server, place: job.place, error: job.error };
  return { state: 'open', server };
}

function describe(named: NamedQuestion, answer: GivenAnswer, nowMs: number): Given {
  const { id, server, atMs, fresh } = answer;
  const untilMs = holdsUntilMs(named, answer);
  const ofAs = OF_AS.has(named.kind);
  // An entry without the list that was asked for is no list of nothing.
  const isListless = named.kind === 'pivot' && answer.status === 'found' && answer.networks === 0;
  return {
    answerId: id,
    server,
    atMs,
    status: isListless ? 'unsupported' : answer.status,
    networks: ofAs ? answer.announced : answer.networks,
    fresh: ofAs ? null : fresh,
    holdsUntilMs: untilMs > nowMs ? untilMs : null,
  };
}

/** Whois look-ups of networks leave personal entries out. */
function personalOf(kind: QuestionKind, { row, by }: Way, nowMs: number, registries: Registries): Budget | null {
  return by === 'whois' && kind !== 'contact' ? null : personalBudget(row, nowMs, registries);
}
