import { findLiveLog, type LiveLogRow, setLiveLogHead } from '@/lib/db/write/live-logs';
import { findUpload, type StoredUpload } from '@/lib/db/write/uploads';
import { OpenSource, type Source } from './follow-source';
import { LiveLog, type LiveLogOptions } from './live-log';
import { closeLiveLog, Overtaken, takeTurn, type Turn } from './live-turn';

/** A rotated file is still written to until the daemon is told; then it is read once more and left. */
const QUIET_MS = 5_000;

/** What a turn needs besides the log itself. */
export type TurnTerms = Pick<Turn, 'renew' | 'nowMs' | 'isOver'>;

/** How a file's lines are read, and how its upload's row is made. */
export interface FollowTerms extends Pick<LiveLogOptions, 'zone' | 'format'> {
  makeUpload(sizeBytes: number, fileTimeMs: number): number;
}

/** One generation of a followed file: what is at its path until it is rotated. */
export class Generation {
  private live: LiveLog | null = null;
  /** Since when it is no longer at its path and was not written to. */
  private quietSinceMs: number | null = null;
  private size = 0;
  private timeMs = 0;
  private changed = true;
  ended = false;

  constructor(
    private log: LiveLogRow,
    readonly source: Source,
    private readonly terms: FollowTerms,
  ) {}

  get row(): LiveLogRow {
    return this.log;
  }

  /** It is no longer at its path; true where it is read to its end and left. */
  get isRotated(): boolean {
    return this.quietSinceMs !== null;
  }

  rotate(nowMs: number): void {
    this.quietSinceMs = nowMs;
  }

  /** True where the file is still the one that was read. */
  async isSame(source: OpenSource): Promise<boolean> {
    const { device, inode } = this.log;
    if (device !== source.device || inode !== source.inode) return false;
    return source.holds(this.log, this.live?.offset ?? this.log.offset);
  }

  /** True where the open file is still what was read, wherever it lies now. */
  isWhole(): Promise<boolean> {
    return this.source instanceof OpenSource ? this.isSame(this.source) : Promise.resolve(true);
  }

  /** @returns whether there is something to do for it. */
  async look(nowMs: number): Promise<boolean> {
    const now = await this.source.measure();
    if (now === null) return true;
    if (now.size !== this.size || now.timeMs !== this.timeMs) {
      this.size = now.size;
      this.timeMs = now.timeMs;
      this.changed = true;
      if (this.quietSinceMs !== null) this.quietSinceMs = nowMs;
    }
    return this.changed || this.live === null || this.isLast(nowMs);
  }

  private isLast(nowMs: number): boolean {
    return this.quietSinceMs !== null && nowMs - this.quietSinceMs >= QUIET_MS;
  }

  /** Reads again what earlier runs wrote; to be called before the lane is asked for. */
  async prepare(): Promise<void> {
    if (this.live) return;
    const log = findLiveLog(this.log.id);
    if (!log) throw new Overtaken(`the row of ${this.log.path} is gone`);
    this.log = log;
    const upload: StoredUpload | undefined = log.uploadId === null ? undefined : findUpload(log.uploadId);
    const fileTimeMs = upload?.fileTimeMs ?? this.timeMs;
    const live = new LiveLog({
      zone: upload?.zone ?? this.terms.zone,
      format: upload ? (upload.format ?? undefined) : this.terms.format,
      fileTimeMs,
    });
    if (log.offset > 0) {
      for await (const chunk of this.source.read(0, log)) {
        live.pass(chunk.subarray(0, log.offset - live.offset));
        if (live.offset === log.offset) break;
      }
      if (live.offset !== log.offset) throw new Overtaken(`${log.path} became shorter`);
    }
    this.live = live;
  }

  /** Reads on, in the lane. What it throws makes it begin anew from what is stored. */
  async read({ renew, nowMs, isOver }: TurnTerms): Promise<void> {
    const { live, log } = this;
    if (!live) throw new Error('a generation is prepared before it is read');
    const measured = await this.source.measure();
    const last = measured === null || this.isLast(nowMs());
    const sizeBytes = measured?.size ?? Math.max(this.size, live.offset);
    const fileTimeMs = measured?.timeMs ?? (this.timeMs || nowMs());
    try {
      this.changed = false;
      const whole = await takeTurn({
        log,
        live,
        chunks: this.source.read(live.offset, log),
        sizeBytes,
        fileTimeMs,
        last,
        makeUpload: () => this.terms.makeUpload(sizeBytes, fileTimeMs),
        renew,
        nowMs,
        isOver,
      });
      if (!whole) this.changed = true;
      else if (last) await this.end();
      else await this.learnHead();
    } catch (error) {
      this.forget();
      throw error;
    }
  }

  /** While a file is short, so is the head that it is known by. */
  private async learnHead(): Promise<void> {
    if (!(this.source instanceof OpenSource)) return;
    const { headLength, headSha256 } = await this.source.identify();
    if (headLength <= this.log.headLength) return;
    setLiveLogHead(this.log.id, headLength, headSha256);
    this.log = { ...this.log, headLength, headSha256 };
  }

  private async end(): Promise<void> {
    closeLiveLog(this.log, this.live, true);
    this.ended = true;
    await this.source.close();
  }

  /** To begin anew from what is stored. */
  forget(): void {
    this.live = null;
    this.changed = true;
  }

  /** Leaves it as it is: it is gone on with when the file is followed again. */
  async leave(): Promise<void> {
    if (this.ended) return;
    closeLiveLog(this.log, this.live, false);
    await this.source.close();
  }
}
