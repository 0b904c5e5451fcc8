import { setTimeout as pause } from 'node:timers/promises';
import { transaction } from '@/lib/db/transaction';
import { insertAnswer } from '@/lib/db/write/answers';
import { paceLane } from '@/lib/db/write/jobs';
import { countQuestion } from '@/lib/db/write/lane-days';
import type { JobContext, Outcome } from '@/lib/jobs';
import {
  explainFailure,
  explainStatus,
  type FailureKind,
  HELP_PATH,
  isHelp,
  type RdapExchange,
  type RdapRow,
  readRetryAfter,
} from '@/lib/registry';
import { endWhereSpent } from './day-budget';
import type { Registries } from './find-way';
import { newPublicId, sha256 } from './ids';
import { readHelp } from './kept-help';
import { fetchPath } from './put-question';

/** Failures that only waiting can mend: nothing was wrong with the question. */
export const OUTAGES: ReadonlySet<FailureKind> = new Set<FailureKind>(['no-route', 'refused', 'unresolved']);

/** How long a registry is left alone that asks us to slow down and does not say how long. */
export const BACK_OFF_MS = 60_000;

/** HTTP's words for "too many questions". */
const SLOW_DOWN: ReadonlySet<number | null> = new Set([429, 503, 509]);

/**
 * Asks an RDAP server once what it offers (RFC 9082, 3.1.6; RFC 9536), before the first search of it, and keeps what it
 * says. Help that it does not have, or that cannot be read, is kept as such, and the search itself will tell. The
 * lane's pace holds between the help and the search.
 * @returns how the question that waits for it ends where the server cannot be asked now; null where it can.
 */
export async function askHelp(row: RdapRow, context: JobContext, registries: Registries): Promise<Outcome | null> {
  if (readHelp(row, context.nowMs()) !== null) return null;
  const spent = endWhereSpent(row, context.nowMs());
  if (spent) return spent;
  countQuestion(row.host, 0, context.nowMs());
  try {
    const exchange = await fetchPath(registries, row, HELP_PATH, context.signal);
    const ended = endBadly(exchange, row, context.nowMs());
    if (ended) return ended;
    keepHelp(exchange, row, context.nowMs());
    await pause(row.minIntervalMs, undefined, { signal: context.signal });
    return null;
  } catch (error) {
    if (context.signal.aborted) return { kind: 'interrupted' };
    throw error;
  }
}

function endBadly({ failure, status, retryAfter, host }: RdapExchange, row: RdapRow, nowMs: number): Outcome | null {
  const waitMs = readRetryAfter(retryAfter, nowMs);
  if (SLOW_DOWN.has(status)) {
    const laneNextMs = nowMs + Math.max(row.minIntervalMs, waitMs ?? BACK_OFF_MS);
    return { kind: 'later', error: explainStatus('rate-limited', host), laneNextMs };
  }
  if (!failure) return null;
  const laneNextMs = nowMs + Math.max(row.minIntervalMs, waitMs ?? 0);
  return { kind: 'later', error: explainFailure(failure.kind, host), blocked: OUTAGES.has(failure.kind), laneNextMs };
}

function keepHelp({ bytes, status, host }: RdapExchange, row: RdapRow, nowMs: number): void {
  const text = new TextDecoder().decode(bytes);
  // What another server says of itself, after a redirect, says nothing of this one.
  const isReadable = status === 200 && host === row.host && isHelp(text);
  transaction(() => {
    insertAnswer({
      publicId: newPublicId(),
      server: row.host,
      query: HELP_PATH,
      askedMs: nowMs,
      sha256: sha256(bytes),
      bytes,
      text: host === row.host ? text : '',
      status: isReadable ? 'found' : 'unsupported',
      source: 'live',
      origin: 'user',
    });
    paceLane(row.host, nowMs + row.minIntervalMs);
  });
}
