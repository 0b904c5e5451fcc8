import type { ParsedAnswer } from '@/lib/model';
import {
  askRdap,
  askWhois,
  decodeAnswer,
  type Failure,
  judgeExchange,
  parseAnswer,
  type RdapExchange,
  type RdapRow,
  readDenial,
  readRdapAnswer,
  readRetryAfter,
} from '@/lib/registry';
import type { Registries, Way } from './find-way';

const DEADLINE_MS = 30_000;
const MAX_BYTES = 4 * 1024 * 1024;

/** What came of one question, whichever protocol it was put by. */
export interface Reply {
  /** Who answered: RDAP may have sent us to another host. */
  server: string;
  bytes: Uint8Array;
  text: string;
  /** Its status takes the wire into account. */
  parsed: ParsedAnswer;
  failure: Failure | null;
  /** How long we are told to wait before the next question; null where we are not. */
  waitMs: number | null;
  /** The registry says that the denial lasts until a person writes to it. */
  deniedForGood: boolean;
}

/** Fetches one path of an RDAP server, within the limits of every question. @throws the signal's reason when it is aborted. */
export function fetchPath(
  { rdap, asking }: Registries,
  row: RdapRow,
  path: string,
  signal: AbortSignal,
): Promise<RdapExchange> {
  return askRdap(rdap, row, path, { deadlineMs: DEADLINE_MS, maxBytes: MAX_BYTES, ...asking, signal });
}

/** Puts one question to one registry. Trouble is a value; @throws the signal's reason when it is aborted. */
export async function putQuestion(
  registries: Registries,
  way: Way,
  signal: AbortSignal,
  nowMs: () => number,
): Promise<Reply> {
  if (way.by === 'rdap') {
    const exchange = await fetchPath(registries, way.row, way.query, signal);
    const { bytes, failure, host, retryAfter } = exchange;
    const waitMs = readRetryAfter(retryAfter, nowMs());
    return { server: host, bytes, ...readRdapAnswer(exchange, way.query), failure, waitMs, deniedForGood: false };
  }
  const { host, charset } = way.row;
  const limits = { deadlineMs: DEADLINE_MS, maxBytes: MAX_BYTES, ...registries.asking, signal };
  const exchange = await askWhois(way.row, way.query.split('\n'), limits);
  const { bytes, failure } = exchange;
  const text = decodeAnswer(bytes, charset);
  const parsed = parseAnswer(text, { server: host, query: way.query });
  return {
    server: host,
    bytes,
    text,
    parsed: { ...parsed, status: judgeExchange(exchange, parsed) },
    failure,
    waitMs: null,
    deniedForGood: readDenial(text) === 'permanent',
  };
}
