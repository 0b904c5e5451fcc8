import { isAddressCovered, isNetworkDetailed } from '@/lib/db/read/questions';
import { setPivot, type StoredFacts } from '@/lib/db/write/answers';
import { type LeasedJob, markLaneAnswered, stopLane, STOPPED_FOR_GOOD_MS } from '@/lib/db/write/jobs';
import type { JobContext, Outcome } from '@/lib/jobs';
import { message, type ParsedAnswer, parseAddress } from '@/lib/model';
import {
  allowedReferral,
  askWhois,
  decodeAnswer,
  type Directory,
  explainFailure,
  explainStatus,
  judgeExchange,
  overrideServer,
  parseAnswer,
  questionText,
  readDenial,
  type ServerRow,
} from '@/lib/registry';
import { enqueueQuestion, Question } from './enqueue-question';
import { planQuestions } from './plan-questions';
import { requestDetection } from './request-detection';
import { storeAnswer } from './store-answer';

const DEADLINE_MS = 30_000;
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_HOPS = 3;
/** Contacts found this many pivots away from a rejection are not asked any further. */
const MAX_DEPTH = 2;
/** Networks of one contact whose details are asked; the rest stay as listed. */
const MAX_DETAILS = 128;

/** Failures that only waiting can mend: nothing was wrong with the question. */
const OUTAGES = new Set(['no-route', 'refused', 'unresolved']);

/**
 * Asks one registry one question and writes what it answered, with the questions that follow from it:
 * a referral, the pivot from each contact, the details of each network a pivot named.
 */
export async function askRegistry(job: LeasedJob, context: JobContext, directory: Directory): Promise<Outcome> {
  const question = Question.parse(JSON.parse(job.payload));
  const row = directory.get(question.server);
  if (!row) return { kind: 'failed', error: message('services.ask.unknown-server', { server: question.server }) };
  if (isAnswered(question, row)) return { kind: 'done', write: () => planQuestions(context.nowMs(), directory) };
  const query = questionText(row, question);
  if (query === null) return { kind: 'done', write: () => noteUnsupported(question, row) };

  const reply = await askWhois(row, query, { deadlineMs: DEADLINE_MS, maxBytes: MAX_BYTES, signal: context.signal });
  if (context.signal.aborted) return { kind: 'interrupted' };
  const nowMs = context.nowMs();
  const laneNextMs = nowMs + row.minIntervalMs;
  if (reply.failure && reply.bytes.length === 0) {
    const { kind } = reply.failure;
    return { kind: 'later', error: explainFailure(kind, row.host), blocked: OUTAGES.has(kind), laneNextMs };
  }
  const text = decodeAnswer(reply.bytes, row.charset);
  const parsed = parseAnswer(text, { server: row.host, query });
  const status = judgeExchange(reply, parsed);
  const raw = { server: row.host, query, bytes: reply.bytes, text, askedMs: nowMs, source: 'live' as const };
  const keep = (): StoredFacts => storeAnswer(raw, { ...parsed, status });

  if (status === 'found' || status === 'limited' || status === 'empty') {
    return {
      kind: 'done',
      laneNextMs,
      write: () => {
        const facts = keep();
        markLaneAnswered(row.host, nowMs);
        // A list is noted where it is stored. "No entries" is an answer, an entry without the list is none.
        if (question.kind === 'pivot' && parsed.references.length === 0)
          setPivot(row.registry, question.key, status === 'empty' ? 'answered' : 'unsupported');
        followUp(question, row, parsed, facts, directory, nowMs);
        if (question.depth === 0) planQuestions(nowMs, directory);
        requestDetection(nowMs);
      },
    };
  }
  if (status === 'unsupported') {
    return {
      kind: 'done',
      laneNextMs,
      write: () => {
        keep();
        noteUnsupported(question, row);
      },
    };
  }
  const error = explainStatus(status, row.host);
  if (status === 'denied') {
    const midnightMs = nextMidnightUtc(nowMs);
    return {
      kind: 'later',
      error,
      blocked: true,
      retryMs: midnightMs,
      write: () => {
        keep();
        stopLane(row.host, readDenial(text) === 'permanent' ? STOPPED_FOR_GOOD_MS : midnightMs);
      },
    };
  }
  return { kind: 'later', error, laneNextMs, write: () => void keep() };
}

/** Who sent us on has not answered: APNIC's mirror of a national registry's network lacks its contacts. */
function isAnswered({ kind, key, asked }: Question, row: ServerRow): boolean {
  if (kind === 'address') return isAddressCovered(key, asked);
  return kind === 'network' && isNetworkDetailed(row.registry, key);
}

function noteUnsupported({ kind, key }: Question, row: ServerRow): void {
  if (kind === 'pivot') setPivot(row.registry, key, 'unsupported');
}

/** What one answer makes us ask next. */
function followUp(
  question: Question,
  row: ServerRow,
  parsed: ParsedAnswer,
  facts: StoredFacts,
  directory: Directory,
  nowMs: number,
): void {
  const { depth, asked } = question;
  const next = nextServer(question, row, parsed, directory);
  if (next !== null && next !== row.host && asked.length < MAX_HOPS) {
    enqueueQuestion({ ...question, server: next, asked: [...asked, row.host] }, 0, nowMs);
    return;
  }
  const detailsOf = new Set(facts.references.flatMap((reference) => reference.networkIds));
  const details = facts.networks
    .filter((network) => detailsOf.has(network.id) && !network.detailed)
    .slice(0, MAX_DETAILS);
  for (const network of details)
    enqueueQuestion({ server: row.host, kind: 'network', key: network.text, depth, asked: [] }, 0, nowMs);

  if (depth >= MAX_DEPTH) return;
  for (const contact of facts.contacts) {
    if (contact.pivot !== 'none' || contact.registry !== row.registry) continue;
    setPivot(contact.registry, contact.handle, 'asked');
    enqueueQuestion({ server: row.host, kind: 'pivot', key: contact.handle, depth: depth + 1, asked: [] }, 0, nowMs);
  }
}

/** Whom the answer sends us to: the registry it names, else, where IANA names none, the site's own row. */
function nextServer(
  { kind, key }: Question,
  row: ServerRow,
  parsed: ParsedAnswer,
  directory: Directory,
): string | null {
  const address = kind === 'address' ? parseAddress(key) : null;
  if (parsed.referral !== null) return allowedReferral(directory, parsed.referral, address ?? undefined)?.host ?? null;
  return address && row.registry === 'iana' ? (overrideServer(directory, address)?.host ?? null) : null;
}

function nextMidnightUtc(nowMs: number): number {
  const day = 86_400_000;
  return (Math.floor(nowMs / day) + 1) * day;
}
