import {
  advanceLiveLog,
  findLiveLog,
  growUpload,
  endLiveLog,
  type LiveLogRow,
  setLiveLogCaughtUp,
  setLiveLogUpload,
} from '@/lib/db/write/live-logs';
import { transaction } from '@/lib/db/transaction';
import { findUpload, finishUpload, redateEvents, setUploadState, type StoredMoment } from '@/lib/db/write/uploads';
import { type Moment, redate } from '@/lib/maillog';
import type { LiveLog } from './live-log';
import { missingYears } from './missing-years';
import { requestSettling } from './settle-events';

/** Another process read this log too and came first: its place has to be looked up again. */
export class Overtaken extends Error {}

/** What is read of a live log at one go, while its lane is held. */
export interface Turn {
  log: LiveLogRow;
  live: LiveLog;
  /** What stands behind the bytes that `live` was handed. */
  chunks: AsyncIterable<Uint8Array>;
  /** How large the log is now, and when it was last written. */
  sizeBytes: number;
  fileTimeMs: number;
  /** True where nothing will come behind it, so that its last line needs no line end. */
  last: boolean;
  /** Makes a row for the log where a person removed the one it had, and it goes on all the same. */
  makeUpload?(): number;
  /** Proves that the lane is still ours; throws to undo a batch. */
  renew(): void;
  nowMs(): number;
  /** True where the turn has to end early. */
  isOver(): boolean;
}

/**
 * Reads on in a live log. Each batch is one transaction with the byte it reaches to, so that a crash neither loses
 * nor doubles anything.
 * @returns whether all of it was read. What it throws leaves `live` of no use.
 */
export async function takeTurn(turn: Turn): Promise<boolean> {
  const { log, live, last } = turn;
  const uploadId = ensureUpload(turn);
  const caughtUp = findLiveLog(log.id)?.caughtUp === 1;
  if (caughtUp) live.enterPresent(turn.nowMs());
  live.begin(uploadId);
  const commit = (): Promise<void> =>
    live.commit((from, to) => {
      turn.renew();
      if (!advanceLiveLog(log.id, from, to)) throw new Overtaken(`${log.path} is read by another process too`);
      const { sizeBytes, fileTimeMs } = turn;
      growUpload(uploadId, { sizeBytes, fileTimeMs, formats: live.summarise().formats });
      requestSettling(turn.nowMs());
    });
  let whole = true;
  for await (const chunk of turn.chunks) {
    if (live.take(chunk)) await commit();
    whole = !turn.isOver();
    if (!whole) break;
  }
  if (last && whole) live.takeLastLine();
  await commit();
  live.leave();
  if (whole && !caughtUp) catchUp(turn, uploadId);
  return whole;
}

function ensureUpload({ log, makeUpload }: Turn): number {
  return transaction(() => {
    const known = findLiveLog(log.id)?.uploadId ?? null;
    if (known !== null) return known;
    if (!makeUpload) throw new Overtaken(`the upload of ${log.path} is gone`);
    const made = makeUpload();
    setLiveLogUpload(log.id, made);
    return made;
  });
}

/** The log was read to its end for the first time: its last stamp tells which year the first one was of. */
function catchUp({ log, live, nowMs }: Turn, uploadId: number): void {
  const now = nowMs();
  transaction(() => {
    const upload = findUpload(uploadId);
    if (!upload) return;
    const yearShift = missingYears({ ...upload, fileTimeMs: now }, live.summarise());
    const shift = (event: StoredMoment): Moment =>
      redate(event, { yearShift: event.assumed === 'year-and-zone' ? yearShift : 0, zone: upload.zone });
    if (yearShift !== 0) redateEvents(uploadId, shift, upload.zone, upload.year);
    setLiveLogCaughtUp(log.id);
  });
  live.enterPresent(now);
}

/**
 * Shows a log's upload as read to its end.
 * @param ended true where nothing more will come; else it goes on when it is taken up again.
 */
export function closeLiveLog(log: LiveLogRow, live: LiveLog | null, ended: boolean): void {
  transaction(() => {
    const uploadId = findLiveLog(log.id)?.uploadId ?? null;
    if (ended) endLiveLog(log.id);
    if (uploadId === null) return;
    const upload = findUpload(uploadId);
    if (!upload) return;
    if (!live) setUploadState(uploadId, 'done');
    else {
      const { lines, pasted, formats } = live.summarise();
      finishUpload(uploadId, { bytesRead: live.offset, lines, pasted, formats });
    }
  });
}
