import { readLatestAnswer } from '@/lib/db/read/kept-answers';
import { insertAnswer } from '@/lib/db/write/answers';
import { markLaneAnswered } from '@/lib/db/write/jobs';
import { countQuestion } from '@/lib/db/write/lane-days';
import type { JobContext, Outcome } from '@/lib/jobs';
import { type Address, message, parseAddress } from '@/lib/model';
import {
  type Bootstrap,
  chooseRdap,
  explainFailure,
  explainStatus,
  parseBootstrap,
  type RdapExchange,
  type RdapRow,
  readRetryAfter,
} from '@/lib/registry';
import { OUTAGES } from './ask-help';
import { BOOTSTRAP_MS } from './cache-times';
import { endWhereSpent } from './day-budget';
import { enqueueQuestion, type Question } from './enqueue-question';
import type { Registries } from './find-way';
import { newPublicId, sha256 } from './ids';
import { fetchPath } from './put-question';

/** IANA's list of who answers by RDAP (RFC 9224). */
export const BOOTSTRAP_HOST = 'data.iana.org';

/**
 * Whom IANA's list names for an address is asked next. The list is fetched at most once a day and kept as an answer.
 */
export async function askBootstrap(
  question: Question,
  row: RdapRow,
  context: JobContext,
  registries: Registries,
): Promise<Outcome> {
  const address = question.kind === 'address' ? parseAddress(question.key) : null;
  if (!address) return { kind: 'failed', error: message('services.ask.nobody', { address: question.key }) };
  const file = `ipv${address.family}.json`;
  const kept = readLatestAnswer(row.host, file);
  if (kept && context.nowMs() < kept.confirmedMs + BOOTSTRAP_MS)
    return sendOn(question, address, parseBootstrap(kept.text), registries, context.nowMs());

  const spent = endWhereSpent(row, context.nowMs());
  if (spent) return spent;
  countQuestion(row.host, 0, context.nowMs());
  const { signal } = context;
  let exchange: RdapExchange;
  try {
    exchange = await fetchPath(registries, row, file, signal);
  } catch (error) {
    if (signal.aborted) return { kind: 'interrupted' };
    throw error;
  }
  const nowMs = context.nowMs();
  const laneNextMs = nowMs + Math.max(row.minIntervalMs, readRetryAfter(exchange.retryAfter, nowMs) ?? 0);
  if (exchange.failure) {
    const { kind } = exchange.failure;
    return { kind: 'later', error: explainFailure(kind, exchange.host), blocked: OUTAGES.has(kind), laneNextMs };
  }
  const text = new TextDecoder().decode(exchange.bytes);
  const bootstrap = exchange.status === 200 && exchange.complete ? parseBootstrap(text) : null;
  if (!bootstrap) {
    const status = exchange.status === 429 ? 'rate-limited' : 'failed';
    return { kind: 'later', error: explainStatus(status, exchange.host), laneNextMs };
  }
  const outcome = sendOn(question, address, bootstrap, registries, nowMs);
  return {
    ...outcome,
    laneNextMs,
    write: () => {
      insertAnswer({
        publicId: newPublicId(),
        server: row.host,
        query: file,
        askedMs: nowMs,
        sha256: sha256(exchange.bytes),
        bytes: exchange.bytes,
        text,
        status: 'found',
        source: 'live',
        origin: 'user',
      });
      markLaneAnswered(row.host, nowMs);
      outcome.write?.();
    },
  };
}

function sendOn(
  question: Question,
  address: Address,
  bootstrap: Bootstrap | null,
  registries: Registries,
  nowMs: number,
): Extract<Outcome, { kind: 'done' | 'failed' }> {
  const next = chooseRdap(registries.rdap, bootstrap, address);
  if (!next) return { kind: 'failed', error: message('services.ask.nobody', { address: question.key }) };
  const asked = [...question.asked, question.server];
  return { kind: 'done', write: () => enqueueQuestion({ ...question, server: next.host, asked }, 0, nowMs) };
}
