import { transaction } from '@/lib/db/transaction';
import { type FileIdentity, findLiveLog, insertLiveLog, openLiveLogs, readGenerations } from '@/lib/db/write/live-logs';
import { insertUpload } from '@/lib/db/write/uploads';
import { type LogFormat, message, type Message } from '@/lib/model';
import type { Context } from './context';
import { type FollowTerms, Generation, type TurnTerms } from './follow-generation';
import { findMissed, findRotated, OpenSource, type Source } from './follow-source';
import { newPublicId } from './ids';
import { closeLiveLog } from './live-turn';

/** How followed files are read. */
export interface FollowChoice {
  zone: string;
  format: LogFormat | null;
}

/** A path that is followed through its rotations. */
export class FollowedFile {
  /** The oldest first; the last may be at the path. */
  private generations: Generation[] = [];
  private opened = false;
  private absent = false;

  /** @param path absolute. @param notify takes what a person should know. */
  constructor(
    private readonly context: () => Context,
    readonly path: string,
    private readonly choice: FollowChoice,
    private readonly notify: (sentence: Message) => void,
  ) {}

  /** Looks where the file is now. @returns whether there is something to read. */
  async look(nowMs: number): Promise<boolean> {
    const source = await OpenSource.open(this.path);
    this.noticeAbsence(source === null);
    if (!this.opened) await this.resume(source, nowMs);
    else await this.compare(source, nowMs);
    let work = false;
    for (const generation of this.generations) if (await generation.look(nowMs)) work = true;
    return work;
  }

  async prepare(): Promise<void> {
    for (const generation of this.generations) await generation.prepare();
  }

  /** Reads on, the oldest generation first: what it says of its time comes before the next one's. */
  async read(terms: TurnTerms): Promise<void> {
    for (const generation of this.generations) {
      if (terms.isOver()) return;
      await generation.read(terms);
    }
    this.generations = this.generations.filter(({ ended }) => !ended);
  }

  /** After a fault: all is looked up again. */
  async reset(): Promise<void> {
    for (const generation of this.generations.splice(0)) {
      generation.forget();
      await generation.source.close();
    }
    this.opened = false;
  }

  async leave(): Promise<void> {
    for (const generation of this.generations) await generation.leave();
  }

  private noticeAbsence(absent: boolean): void {
    if (absent && !this.absent) this.notify(message('services.follow.absent', { name: this.path }));
    this.absent = absent;
  }

  /** Goes on with what an earlier run read, wherever it lies now. */
  private async resume(source: OpenSource | null, nowMs: number): Promise<void> {
    let current = source;
    for (const log of openLiveLogs(this.path)) {
      if (
        current &&
        log.device === current.device &&
        log.inode === current.inode &&
        (await current.holds(log, log.offset))
      ) {
        this.generations.push(new Generation(log, current, this.terms));
        current = null;
        continue;
      }
      const rotated = await findRotated(log);
      if (rotated === null) {
        this.notify(message('services.follow.lost', { name: this.path }));
        closeLiveLog(log, null, true);
        continue;
      }
      const generation = new Generation(log, rotated, this.terms);
      generation.rotate(nowMs);
      this.generations.push(generation);
    }
    this.opened = true;
    if (current) await this.adopt(current, nowMs);
  }

  /** Compares what is at the path with what is read. */
  private async compare(source: OpenSource | null, nowMs: number): Promise<void> {
    const current = this.generations.find((generation) => !generation.isRotated);
    if (!source) return;
    if (!current) return this.adopt(source, nowMs);
    if (await current.isSame(source)) return source.close();
    await this.rotate(current, source, nowMs);
    await this.adopt(source, nowMs);
  }

  /** The file at the path is another one, or was truncated after it was copied. */
  private async rotate(current: Generation, source: OpenSource, nowMs: number): Promise<void> {
    current.rotate(nowMs);
    // Renamed: it is read on where it is, unless it was truncated before.
    const renamed = current.row.device !== source.device || current.row.inode !== source.inode;
    if (renamed && (await current.isWhole())) return;
    const log = findLiveLog(current.row.id);
    const copy = log ? await findRotated(log) : null;
    this.generations = this.generations.filter((generation) => generation !== current);
    await current.source.close();
    if (!log) return;
    if (copy) {
      const generation = new Generation(log, copy, this.terms);
      generation.rotate(nowMs);
      this.generations.push(generation);
    } else {
      this.notify(message('services.follow.lost', { name: this.path }));
      closeLiveLog(log, null, true);
    }
  }

  /** Begins a generation, once there is anything in it. */
  private async adopt(source: OpenSource, nowMs: number): Promise<void> {
    const identity = await source.identify();
    if (identity.headLength === 0) return source.close();
    const known = readGenerations(this.path);
    if (known.length > 0) {
      // It may have been rotated more than once since it was looked at.
      const sinceMs = Math.max(...known.map(({ fileTimeMs }) => fileTimeMs ?? nowMs));
      for (const missed of await findMissed(this.path, identity, known, sinceMs)) {
        this.add(missed.source, missed.identity, 0, missed.timeMs).rotate(nowMs);
      }
    }
    const { size, timeMs } = await source.measure();
    this.add(source, identity, size, timeMs);
  }

  private add(source: Source, identity: FileIdentity, sizeBytes: number, fileTimeMs: number): Generation {
    const id = transaction(() => {
      const uploadId = this.makeUpload(sizeBytes, fileTimeMs);
      return insertLiveLog({ kind: 'follow', path: this.path, uploadId, tokenId: null, ...identity });
    });
    const log = findLiveLog(id);
    if (!log) throw new Error(`the row of ${this.path} is gone`);
    const generation = new Generation(log, source, this.terms);
    this.generations.push(generation);
    return generation;
  }

  private get terms(): FollowTerms {
    const { zone, format } = this.choice;
    return {
      zone,
      ...(format ? { format } : {}),
      makeUpload: (sizeBytes, fileTimeMs) => this.makeUpload(sizeBytes, fileTimeMs),
    };
  }

  private makeUpload(sizeBytes: number, fileTimeMs: number): number {
    return insertUpload({
      publicId: newPublicId(),
      name: this.path,
      source: 'follow',
      origin: 'user',
      sha256: null,
      sizeBytes,
      path: '',
      receivedMs: this.context().nowMs,
      fileTimeMs,
      zone: this.choice.zone,
      year: null,
      format: this.choice.format,
    });
  }
}
