import { isAddressCovered, isAnnounced, isNetworkDetailed } from '@/lib/db/read/questions';
import { setPivot, type StoredFacts } from '@/lib/db/write/answers';
import { type LeasedJob, markLaneAnswered, stopLane, STOPPED_FOR_GOOD_MS } from '@/lib/db/write/jobs';
import { countPersonal, countQuestion } from '@/lib/db/write/lane-days';
import type { JobContext, Outcome } from '@/lib/jobs';
import { type AnswerStatus, message } from '@/lib/model';
import { explainFailure, explainObstacle, explainStatus, type RdapRow, type ServerRow } from '@/lib/registry';
import { askBootstrap, BOOTSTRAP_HOST } from './ask-bootstrap';
import { askFurther, nextServer } from './ask-further';
import { enqueueQuestion, Question } from './enqueue-question';
import { findRow, type Registries, wayBy } from './find-way';
import { planQuestions } from './plan-questions';
import { putQuestion, type Reply } from './put-question';
import { requestDetection } from './request-detection';
import { storeAnswer } from './store-answer';

/** Failures that only waiting can mend: nothing was wrong with the question. */
const OUTAGES = new Set(['no-route', 'refused', 'unresolved']);

/** Answers that asking again would not change. */
const FINAL: ReadonlySet<AnswerStatus> = new Set(['found', 'limited', 'empty']);

/** How long a registry is left alone that asks us to slow down and does not say how long. */
const BACK_OFF_MS = 60_000;

/**
 * Asks one registry one question and writes what it answered, with the questions that follow from it:
 * a referral, the pivot from each contact, the details of each network a pivot named.
 */
export async function askRegistry(job: LeasedJob, context: JobContext, registries: Registries): Promise<Outcome> {
  const question = Question.parse(JSON.parse(job.payload));
  const row = findRow(registries, question.server);
  if (!row) return { kind: 'failed', error: message('services.ask.unknown-server', { server: question.server }) };
  if (isAnswered(question, row.registry))
    return { kind: 'done', write: () => planQuestions(context.nowMs(), registries) };
  if (row.host === BOOTSTRAP_HOST && 'base' in row) return askBootstrap(question, row, context, registries);
  const way = wayBy(row, question);
  if ('obstacle' in way) {
    const write = (): void => notePivot(question, row.registry, 'none');
    return { kind: 'failed', error: explainObstacle(way.obstacle, row.host), write };
  }
  // Whois look-ups of networks leave personal entries out.
  if ((way.by === 'rdap' || question.kind === 'contact') && isBudgetUsed(row, registries, context.nowMs())) {
    const limit = row.personalPerDay ?? 0;
    const error = message('services.ask.budget', { server: row.host, limit });
    return { kind: 'later', error, blocked: true, retryMs: nextMidnightUtc(context.nowMs()) };
  }

  let reply: Reply;
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
  countQuestion(row.host, parsed.contacts.length, nowMs);
  if (failure && reply.bytes.length === 0) {
    const { kind } = failure;
    return { kind: 'later', error: explainFailure(kind, reply.server), blocked: OUTAGES.has(kind), laneNextMs };
  }
  const keep = (): StoredFacts =>
    storeAnswer({ ...reply, query: way.query, askedMs: nowMs, source: 'live' as const }, parsed);

  if (FINAL.has(status)) {
    const next = nextServer(question, row, parsed, registries);
    const write = (): void => {
      const facts = keep();
      markLaneAnswered(row.host, nowMs);
      noteEnd(question, row.registry, reply);
      if (next && 'server' in next)
        enqueueQuestion({ ...question, server: next.server, asked: [...question.asked, row.host] }, 0, nowMs);
      else askFurther(question, row, facts, registries, nowMs);
      if (question.depth === 0) planQuestions(nowMs, registries);
      requestDetection(nowMs);
    };
    if (!next || 'server' in next) return { kind: 'done', laneNextMs, write };
    const { obstacle, host } = next;
    const error = message(`services.ask.referral.${obstacle}`, { server: row.host, host });
    return { kind: 'failed', error, laneNextMs, write };
  }
  if (status === 'unsupported') {
    return {
      kind: 'done',
      laneNextMs,
      write: () => {
        keep();
        notePivot(question, row.registry, 'unsupported');
      },
    };
  }
  const error = explainStatus(status, reply.server);
  if (status === 'denied') {
    const midnightMs = nextMidnightUtc(nowMs);
    return {
      kind: 'later',
      error,
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

/** What a registry gives an address a day counts over all of its servers. */
function isBudgetUsed(
  { registry, personalPerDay }: ServerRow | RdapRow,
  { whois, rdap }: Registries,
  nowMs: number,
): boolean {
  if (personalPerDay === null) return false;
  const hosts = [...whois.values(), ...rdap.values()]
    .filter((row) => row.registry === registry)
    .map(({ host }) => host);
  return countPersonal(hosts, nowMs) >= personalPerDay;
}

/** Who sent us on has not answered: APNIC's mirror of a national registry's network lacks its contacts. */
function isAnswered({ kind, key, asked }: Question, registry: string): boolean {
  if (kind === 'address') return isAddressCovered(key, asked);
  if (kind === 'origin') return isAnnounced(key);
  return kind === 'network' && isNetworkDetailed(registry, key);
}

/** A list is noted where it is stored. "No entries" is an answer; an entry without the list is none. */
function noteEnd(question: Question, registry: string, { parsed }: Reply): void {
  const { references, networks, status } = parsed;
  const listed = question.kind === 'pivot-maintainer' ? networks.length > 0 : references.length > 0;
  if (!listed) notePivot(question, registry, status === 'empty' ? 'answered' : 'unsupported');
  else if (question.kind === 'pivot-maintainer')
    notePivot(question, registry, status === 'limited' ? 'limited' : 'answered');
}

function notePivot({ kind, key }: Question, registry: string, pivot: Parameters<typeof setPivot>[2]): void {
  if (kind === 'pivot' || kind === 'pivot-maintainer') setPivot(registry, key, pivot);
}

function nextMidnightUtc(nowMs: number): number {
  const day = 86_400_000;
  return (Math.floor(nowMs / day) + 1) * day;
}
