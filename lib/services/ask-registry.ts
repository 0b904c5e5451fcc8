import { isAddressCovered, isAnnounced, isNetworkDetailed } from '@/lib/db/read/questions';
import type { StoredFacts } from '@/lib/db/write/answers';
import { type LeasedJob, markLaneAnswered, stopLane, STOPPED_FOR_GOOD_MS } from '@/lib/db/write/jobs';
import { countEntries, countQuestion } from '@/lib/db/write/lane-days';
import type { JobContext, Outcome } from '@/lib/jobs';
import { type AnswerStatus, message, type ParsedAnswer } from '@/lib/model';
import {
  explainFailure,
  explainObstacle,
  explainStatus,
  isAnnouncedSearch,
  type Obstacle,
  parseAnswer,
  type QuestionKind,
  type RdapRow,
  type ServerRow,
} from '@/lib/registry';
import { askBootstrap, BOOTSTRAP_HOST } from './ask-bootstrap';
import { askFurther, nextServer } from './ask-further';
import { askHelp, BACK_OFF_MS, OUTAGES } from './ask-help';
import { cacheMs } from './cache-times';
import { endWhereSpent, nextMidnightUtc } from './day-budget';
import { enqueueQuestion, Question } from './enqueue-question';
import { findRow, type Registries, wayBy } from './find-way';
import { findHoldingAnswer } from './given-answer';
import { askOriginsOn, fillOrigins, hurryOrigins } from './origins';
import { personalBudget } from './personal-budget';
import { planQuestions } from './plan-questions';
import { putQuestion } from './put-question';
import { requestDetection } from './request-detection';
import { storeAnswer } from './store-answer';

/** Answers that asking again would not change. */
const FINAL: ReadonlySet<AnswerStatus> = new Set(['found', 'limited', 'empty']);

/** What these ask for is listed in the answer, beside the network they are about. */
const LISTS: ReadonlySet<QuestionKind> = new Set(['inside', 'around']);

/** What is said where a registry denies access until somebody writes to it. */
export const DENIED_FOR_GOOD = 'services.ask.denied-for-good';

/**
 * Asks one registry one question, unless an answer to it still holds, and writes what it answered, with the questions that follow from it:
 * a referral, the pivot from each contact, the details of each network a pivot named.
 */
export async function askRegistry(job: LeasedJob, context: JobContext, registries: Registries): Promise<Outcome> {
  const outcome = await askOnce(job, context, registries);
  if (outcome.kind === 'interrupted' || (outcome.kind === 'later' && outcome.blocked !== true)) return outcome;
  const write = (): void => {
    outcome.write?.();
    hurryOrigins(job.key, context.nowMs());
  };
  return { ...outcome, write };
}

async function askOnce(job: LeasedJob, context: JobContext, registries: Registries): Promise<Outcome> {
  const queued = Question.parse(JSON.parse(job.payload));
  const question = queued.kind === 'origins' ? fillOrigins(context.nowMs(), registries) : queued;
  if (question === null) return { kind: 'done', write: () => undefined };
  const row = findRow(registries, question.server);
  if (!row) return { kind: 'failed', error: message('services.ask.unknown-server', { server: question.server }) };
  if (isAnswered(question, row.registry, context.nowMs()))
    return { kind: 'done', write: () => planQuestions(context.nowMs(), registries, job.key) };
  if (row.host === BOOTSTRAP_HOST && 'base' in row) return askBootstrap(question, row, context, registries);
  let way = wayBy(row, question, context.nowMs());
  if ('obstacle' in way && isUnannounced(way.obstacle, row, question)) return { kind: 'done', write: () => undefined };
  if ('obstacle' in way) return { kind: 'failed', error: explainObstacle(way.obstacle, row.host) };
  const holding = findHoldingAnswer(way, question, context.nowMs(), registries);
  if (holding) {
    // All that followed from it was asked then, but for whom it sent us to, where that came to nothing.
    const parsed = parseAnswer(holding.text, { server: row.host, query: way.query });
    return endWith(question, row, parsed, registries, context.nowMs(), () =>
      planQuestions(context.nowMs(), registries),
    );
  }
  // Whois look-ups of networks leave personal entries out.
  const isPersonal = way.by === 'rdap' || question.kind === 'contact';
  const budget = isPersonal ? personalBudget(row, context.nowMs(), registries) : null;
  if (budget?.left === 0) {
    const error = message('services.ask.budget', { server: row.host, limit: budget.limit });
    return { kind: 'later', error, blocked: true, retryMs: nextMidnightUtc(context.nowMs()) };
  }
  if ('base' in row && isAnnouncedSearch(row, question.kind)) {
    const ended = await askHelp(row, context, registries);
    if (ended) return ended;
    way = wayBy(row, question, context.nowMs());
    if ('obstacle' in way) return { kind: 'done', write: () => undefined };
  }
  const spent = endWhereSpent(row, context.nowMs());
  if (spent) return spent;
  // Before it is put: a worker that is killed has asked it.
  countQuestion(row.host, 0, context.nowMs());

  let reply: Awaited<ReturnType<typeof putQuestion>>;
  try {
    reply = await putQuestion(registries, way, context.signal, context.nowMs);
  } catch (error) {
    if (context.signal.aborted) return { kind: 'interrupted' };
    throw error;
  }
  const nowMs = context.nowMs();
  const laneNextMs = nowMs + Math.max(row.minIntervalMs, reply.waitMs ?? 0);
  const { parsed, failure } = reply;
  const { status } = parsed;
  // Roles count like persons (RIPE's acceptable use policy).
  const personal = parsed.contacts.length;
  if (reply.server === row.host) countEntries(row.host, personal, nowMs);
  else countQuestion(reply.server, personal, nowMs);
  if (failure && reply.bytes.length === 0) {
    const { kind } = failure;
    return { kind: 'later', error: explainFailure(kind, reply.server), blocked: OUTAGES.has(kind), laneNextMs };
  }
  const raw = { ...reply, query: way.query, askedMs: nowMs, source: 'live' } as const;
  const keep = (): StoredFacts => storeAnswer(raw, parsed, LISTS.has(question.kind));

  if (FINAL.has(status)) {
    const write = (sentOn: boolean): void => {
      const facts = keep();
      markLaneAnswered(row.host, nowMs);
      if (!sentOn) askFurther(question, row, facts, registries, nowMs);
      if (question.kind === 'origins') askOriginsOn(registries, nowMs);
      else if (question.depth === 0) planQuestions(nowMs, registries, job.key);
      requestDetection(nowMs);
    };
    return { ...endWith(question, row, parsed, registries, nowMs, write), laneNextMs };
  }
  if (status === 'unsupported') return { kind: 'done', laneNextMs, write: () => void keep() };
  const error =
    failure && status === 'truncated'
      ? explainFailure(failure.kind, reply.server)
      : explainStatus(status, reply.server);
  if (status === 'denied') {
    const midnightMs = nextMidnightUtc(nowMs);
    return {
      kind: 'later',
      error: reply.deniedForGood ? message(DENIED_FOR_GOOD, { server: row.host }) : error,
      blocked: true,
      retryMs: midnightMs,
      write: () => {
        keep();
        stopLane(row.host, reply.deniedForGood ? STOPPED_FOR_GOOD_MS : midnightMs);
      },
    };
  }
  const pauseMs = status === 'rate-limited' ? Math.max(row.minIntervalMs, reply.waitMs ?? BACK_OFF_MS) : 0;
  return { kind: 'later', error, laneNextMs: Math.max(laneNextMs, nowMs + pauseMs), write: () => void keep() };
}

/**
 * How a question ends whose answer is here: whom it sends us to is asked next; a referral that is not followed ends
 * in words.
 * @param write is told whether somebody else is asked in place of what else follows from the answer.
 */
function endWith(
  question: Question,
  row: ServerRow | RdapRow,
  parsed: ParsedAnswer,
  registries: Registries,
  nowMs: number,
  write: (sentOn: boolean) => void,
): Extract<Outcome, { kind: 'done' | 'failed' }> {
  const next = nextServer(question, row, parsed, registries);
  if (next && 'obstacle' in next) {
    const error = message(`services.ask.referral.${next.obstacle}`, { server: row.host, host: next.host });
    return { kind: 'failed', error, write: () => write(false) };
  }
  return {
    kind: 'done',
    write: () => {
      if (next) enqueueQuestion({ ...question, server: next.server, asked: [...question.asked, row.host] }, 0, nowMs);
      write(next !== null);
    },
  };
}

/** What the directory knows and the server's help does not announce is not asked; the page says so. */
function isUnannounced(obstacle: Obstacle, row: ServerRow | RdapRow, { kind }: Question): boolean {
  return obstacle === 'not-offered' && 'base' in row && isAnnouncedSearch(row, kind);
}

/** Who sent us on has not answered: APNIC's mirror of a national registry's network lacks its contacts. */
function isAnswered({ kind, key, asked }: Question, registry: string, nowMs: number): boolean {
  const sinceMs = nowMs - cacheMs('network');
  if (kind === 'address') return isAddressCovered(key, sinceMs, asked);
  if (kind === 'origin') return isAnnounced(key, sinceMs);
  return kind === 'network' && isNetworkDetailed(registry, key, sinceMs);
}
