import { one, prepare, run, transaction } from '../connection';
import { type BatchStart, type EventBatch, INDEXES, NUMBERS } from '../event-batch';
import { RawBlockPacker, RECORDS_PER_BLOCK } from '../raw-blocks';
import { BulkInsert } from './bulk-insert';
import { buildEventIndexes, dropEventIndexes, MOST_WITHOUT } from './event-indexes';
import { Interns } from './interns';
import { KnownEvents } from './known-events';
import { readCovered, writeSightings } from './sightings';

/** How far the reading of an upload has come; kept in the same transaction as its events. */
export interface UploadProgress {
  bytesRead: number;
  lines: number;
}

/** A batch whose raw lines are packed: each record's place among the packer's blocks, -1 where it was known. */
interface Taken {
  batch: EventBatch;
  places: Int32Array;
}

interface Count {
  events: number;
  first: number;
  last: number;
}

const EVENT_COLUMNS = 7;
const INSERT_EVENT = (rows: string): string =>
  `INSERT INTO Event (id, timeMs, addressId, kindId, templateId, recipientId, variables) VALUES ${rows}`;
const COUNT_ADDRESS = `UPDATE Address SET events = events + ?, firstMs = min(coalesce(firstMs, ?), ?), lastMs = max(coalesce(lastMs, ?), ?) WHERE id = ?`;
const COUNT_UPLOAD = `UPDATE Upload SET bytesRead = ?, lines = ?, events = events + ?, unparsed = unparsed + ?, known = known + ?, checkpoint = max(checkpoint, ?),
  firstMs = min(coalesce(firstMs, ?), coalesce(?, firstMs)), lastMs = max(coalesce(lastMs, ?), coalesce(?, lastMs)) WHERE id = ?`;

/**
 * Writes what one upload holds, in batches. What is written at once is one transaction with the upload's progress and
 * its checkpoint (the byte offset of the last record), so a crash leaves whole batches; who goes on with the same
 * upload begins at {@link start}.
 */
export class EventWriter {
  private taken: Taken | null = null;
  private readonly packer = new RawBlockPacker();
  private readonly interns: Interns;
  private readonly knownEvents: KnownEvents;
  private readonly insertUnparsed = prepare('INSERT INTO UnparsedLine (id, reason) VALUES (?, ?)');
  private readonly insertBlock = prepare('INSERT INTO RawBlock (uploadId, data) VALUES (?, ?)');
  private readonly countAddress = prepare(COUNT_ADDRESS);
  /** Events written since the indexes were taken away; null where they are there. */
  private unindexed: number | null;

  /** @param isVariable tells whether a sender's template has variable parts. */
  constructor(
    private readonly uploadId: number,
    isVariable: (pattern: string) => boolean,
  ) {
    this.unindexed = dropEventIndexes() ? 0 : null;
    if (this.unindexed === null) buildEventIndexes();
    this.interns = new Interns(isVariable);
    this.knownEvents = new KnownEvents(uploadId);
  }

  /** Where an earlier run came to, and what other uploads have told. */
  start(): BatchStart {
    const row = one<{ checkpoint: number }>('SELECT checkpoint FROM Upload WHERE id = ?', this.uploadId);
    return { checkpoint: row?.checkpoint ?? -1, covered: readCovered(this.uploadId) };
  }

  /** Takes what the next {@link commit} will write; batches are to be taken in their order, from the first one on. */
  take(batch: EventBatch): void {
    if (this.taken) throw new Error('a batch waits to be written');
    this.interns.learn(batch);
    const { size, numbers, indexes, raw } = batch;
    const places = new Int32Array(size);
    let begin = 0;
    for (let i = 0; i < size; i++) {
      const line = numbers[NUMBERS * i] ?? 0;
      const timeMs = numbers[NUMBERS * i + 1] ?? 0;
      const end = numbers[NUMBERS * i + 2] ?? 0;
      const bytes = raw.subarray(begin, end);
      begin = end;
      const isEvent = (indexes[INDEXES * i] ?? 0) >= 0;
      const address = this.interns.addresses.value(indexes[INDEXES * i + 1] ?? -1);
      const known = isEvent && this.knownEvents.has(timeMs, address, bytes);
      places[i] = known ? -1 : this.packer.add(bytes, line);
    }
    this.taken = { batch, places };
  }

  /** Waits until the raw lines are packed, so that {@link commit} need not do it itself. */
  ready(): Promise<void> {
    return this.packer.ready();
  }

  /**
   * Writes what was taken, with the progress, in one transaction.
   * @param guard runs inside it and may throw to undo it (a lost lease); the writer is then of no use any more.
   */
  commit(progress: UploadProgress, guard: () => void): void {
    const { taken } = this;
    if (!taken) throw new Error('no batch waits to be written');
    const blocks = this.packer.take();
    const events = transaction(() => {
      guard();
      return this.write(taken, progress, blocks);
    });
    this.taken = null;
    if (this.unindexed === null) return;
    this.unindexed += events;
    if (this.unindexed > MOST_WITHOUT) this.index();
  }

  /** To be called when all is written: makes the events quick to find. */
  finish(): void {
    if (this.unindexed !== null) this.index();
  }

  private index(): void {
    buildEventIndexes();
    this.unindexed = null;
  }

  /** @returns how many events were written. */
  private write(taken: Taken, { bytesRead, lines }: UploadProgress, blocks: Buffer[]): number {
    const blockIds = blocks.map((data) => Number(this.insertBlock.run(this.uploadId, data).lastInsertRowid));
    const idOf = (place: number): number => {
      const id = blockIds[Math.floor(place / RECORDS_PER_BLOCK)];
      if (id === undefined) throw new Error(`the block of place ${place} was not packed`);
      return id * RECORDS_PER_BLOCK + (place % RECORDS_PER_BLOCK);
    };
    const sum = new UploadSum();
    this.writeRecords(taken, idOf, sum);
    writeSightings(this.uploadId, taken.batch.sightings);
    for (const [id, { events, first, last }] of sum.addresses)
      this.countAddress.run(events, first, first, last, last, id);
    const { events, unparsed, known, first, last } = sum;
    const { offset } = taken.batch;
    run(COUNT_UPLOAD, bytesRead, lines, events, unparsed, known, offset, first, first, last, last, this.uploadId);
    return events;
  }

  private writeRecords({ batch, places }: Taken, idOf: (place: number) => number, sum: UploadSum): void {
    const { kinds, addresses, templates, recipients } = this.interns;
    const { size, numbers, indexes, variables, reasons } = batch;
    const rows = new BulkInsert(INSERT_EVENT, EVENT_COLUMNS);
    for (let i = 0; i < size; i++) {
      const place = places[i] ?? -1;
      if (place < 0) {
        sum.known++;
        continue;
      }
      const kind = indexes[INDEXES * i] ?? 0;
      if (kind < 0) {
        this.insertUnparsed.run(idOf(place), reasons[-2 - kind]);
        sum.unparsed++;
        continue;
      }
      const timeMs = numbers[NUMBERS * i + 1] ?? 0;
      const addressId = addresses.id(indexes[INDEXES * i + 1] ?? -1);
      const templateId = templates.id(indexes[INDEXES * i + 2] ?? -1);
      const recipientId = recipients.id(indexes[INDEXES * i + 3] ?? -1);
      rows.add(idOf(place), timeMs, addressId, kinds.id(kind), templateId, recipientId, variables[i]);
      sum.add(addressId, timeMs);
    }
    rows.flush();
  }
}

/** What is added to the upload's row and to those of its addresses. */
class UploadSum {
  events = 0;
  unparsed = 0;
  known = 0;
  first: number | null = null;
  last: number | null = null;
  readonly addresses = new Map<number, Count>();

  add(addressId: number | null, timeMs: number): void {
    this.events++;
    this.first = this.first === null ? timeMs : Math.min(this.first, timeMs);
    this.last = this.last === null ? timeMs : Math.max(this.last, timeMs);
    if (addressId !== null) countEvent(this.addresses, addressId, timeMs);
  }
}

function countEvent(counts: Map<number, Count>, addressId: number, timeMs: number): void {
  const count = counts.get(addressId);
  if (count) {
    count.events++;
    count.first = Math.min(count.first, timeMs);
    count.last = Math.max(count.last, timeMs);
  } else counts.set(addressId, { events: 1, first: timeMs, last: timeMs });
}
