import { findIngestKey, type IngestTokenRow } from '@/lib/db/read/ingest-tokens';
import { durableTransaction, isDiskFull } from '@/lib/db/transaction';
import { countIngested, keepIngestKey } from '@/lib/db/write/ingest-tokens';
import { enqueue, enqueueAgain } from '@/lib/db/write/jobs';
import {
  endLiveLog,
  insertLiveLog,
  type LiveLogRow,
  openLiveLogs,
  setLiveLogCaughtUp,
  setLiveLogLength,
} from '@/lib/db/write/live-logs';
import { findUpload, findUploadByPublicId } from '@/lib/db/write/uploads';
import { type Message, message } from '@/lib/model';
import type { Context } from './context';
import { sha256 } from './ids';
import { readIngestLines } from './ingest-lines';
import { appendToSpool, insertPushUpload, isSpooled, spoolEndMs, spoolPath } from './spool';

const DAY_MS = 86_400_000;
/** A key that the shipper gave, and one made of the batch itself. */
const KEPT_MS = { given: 7 * DAY_MS, made: DAY_MS } as const;
/** Batches of about a second are read together. */
const READ_AFTER_MS = 1_000;
/** Of one token, on one day. */
const DAY_BYTES = 16 * 1024 ** 3;
const KEY = /^[\x21-\x7e]{1,255}$/;

/** A batch, its body read whole and inflated. */
export interface Push {
  body: Buffer;
  isJson: boolean;
  /** The `Idempotency-Key`; null where there was none. */
  key: string | null;
}

/** What a shipper is told. */
export interface PushAnswer {
  /** Records taken in, and those left out because there was no message in them. */
  accepted: number;
  ignored: number;
  /** Public id of the upload they belong to. */
  upload: string;
}

export type PushOutcome =
  | { kind: 'accepted'; answer: PushAnswer; replayed: boolean }
  | { kind: 'refused'; status: 400 | 422 | 429 | 503; sentence: Message; retryAfterS?: number };

/**
 * Takes in a batch of lines. When it says so they are on the disk, with the row that counts them and the key under
 * which the same batch, sent again, is answered the same and not doubled. Without a key of the shipper's its bytes
 * are the key: lines carry their time, so the same batch on the same day is one whose answer was lost.
 */
export function receivePush(context: Context, token: IngestTokenRow, { body, isJson, key: given }: Push): PushOutcome {
  if (given !== null && !KEY.test(given)) return refuse(400, message('services.ingest.bad-key'));
  const hash = sha256(body);
  // With a blank in it, which no shipper's key has.
  const key = given ?? `sha256 ${hash}`;
  const { bytes, lines, ignored } = readIngestLines(body, isJson);
  const take = (): PushOutcome => {
    const known = findIngestKey(token.id, key, context.nowMs);
    if (known && known.sha256 !== hash) return refuse(422, message('services.ingest.other-body'));
    if (known) {
      const answer = JSON.parse(known.answer) as PushAnswer;
      // Whoever removed an upload and sends it anew without a key means it.
      if (given !== null || findUploadByPublicId(answer.upload)) return { kind: 'accepted', answer, replayed: true };
    }
    if (lines === 0) return refuse(400, message('services.ingest.nothing', { ignored }));
    const log = logOf(token, context.nowMs);
    const length = log.length + bytes.length;
    if (length > DAY_BYTES) return { ...refuse(429, message('services.ingest.day-full')), retryAfterS: 3600 };
    appendToSpool(log.path, log.length, bytes);
    setLiveLogLength(log.id, length);
    countIngested(token.id, lines, context.nowMs);
    const answer = { accepted: lines, ignored, upload: publicIdOf(log) };
    const endMs = context.nowMs + KEPT_MS[given === null ? 'made' : 'given'];
    keepIngestKey({ tokenId: token.id, key, sha256: hash, answer: JSON.stringify(answer), endMs }, context.nowMs);
    enqueueAgain(readJob(log.id, `push:${log.id}`, context.nowMs + READ_AFTER_MS), context.nowMs);
    return { kind: 'accepted', answer, replayed: false };
  };
  try {
    return durableTransaction(take);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    return { ...refuse(503, message('services.ingest.disk-full')), retryAfterS: 60 };
  }
}

const refuse = (status: 400 | 422 | 429 | 503, sentence: Message) => ({ kind: 'refused', status, sentence }) as const;

const readJob = (liveLogId: number, key: string, availableMs: number) =>
  ({ kind: 'push', key, lane: 'ingest', payload: { liveLogId }, availableMs }) as const;

/** The token's log of the day; a new one is read to its end once more when the day is over. */
function logOf(token: IngestTokenRow, nowMs: number): LiveLogRow & { uploadId: number } {
  const path = spoolPath(token.publicId, nowMs);
  const known = openLiveLogs(path)[0];
  if (known?.uploadId != null && isSpooled(path)) return { ...known, uploadId: known.uploadId };
  // A person removed what came so far, or is about to.
  if (known) endLiveLog(known.id);
  const uploadId = insertPushUpload(token, path, nowMs);
  const none = { device: null, inode: null, headLength: 0, headSha256: '' };
  const id = insertLiveLog({ kind: 'push', path, uploadId, tokenId: token.id, ...none });
  // Stamps without a year are of now from the first one on.
  setLiveLogCaughtUp(id);
  enqueue(readJob(id, `push-end:${id}`, spoolEndMs(path)), nowMs);
  const state = { length: 0, offset: 0, caughtUp: 1, ended: 0 };
  return { id, kind: 'push', path, tokenId: token.id, ...none, ...state, uploadId };
}

function publicIdOf({ uploadId }: { uploadId: number }): string {
  const upload = findUpload(uploadId);
  if (!upload) throw new Error(`upload ${uploadId} is gone within the transaction that names it`);
  return upload.publicId;
}
