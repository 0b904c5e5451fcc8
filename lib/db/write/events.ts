import type { Rejection, Sighting, Unparsed } from '@/lib/model';
import { one, prepare, run, transaction } from '../connection';
import { RawBlockPacker, RECORDS_PER_BLOCK } from '../raw-blocks';
import { encodeSender } from '../sender-variables';
import { buildEventIndexes, dropEventIndexes, MOST_WITHOUT } from './event-indexes';
import { Interns, type Kind } from './interns';
import { KnownEvents } from './known-events';
import { SightingCounter } from './sightings';

/** How far the reading of an upload has come; kept in the same transaction as its events. */
export interface UploadProgress {
  bytesRead: number;
  lines: number;
}

/** What the columns hold of a refusal; the rest is in its raw line. */
export type NewEvent = Pick<
  Rejection,
  'offset' | 'line' | 'timeMs' | 'clientAddress' | 'recipient' | 'sender' | keyof Kind
>;

interface PendingEvent {
  place: number;
  timeMs: number;
  address: string | null;
  kind: Kind;
  pattern: string | null;
  variables: string | null;
  recipient: string | null;
}

interface PendingLine {
  place: number;
  reason: string;
}

interface Count {
  events: number;
  first: number;
  last: number;
}

/** Rows a statement: calling it costs as much as the row. */
const ROWS = 16;
const COLUMNS = 7;
const insertEvents = (rows: number): string =>
  `INSERT INTO Event (id, timeMs, addressId, kindId, templateId, recipientId, variables)
   VALUES ${new Array(rows).fill('(?, ?, ?, ?, ?, ?, ?)').join(', ')}`;
const COUNT_ADDRESS = `UPDATE Address SET events = events + ?, firstMs = min(coalesce(firstMs, ?), ?), lastMs = max(coalesce(lastMs, ?), ?) WHERE id = ?`;
const COUNT_UPLOAD = `UPDATE Upload SET bytesRead = ?, lines = ?, events = events + ?, unparsed = unparsed + ?, known = known + ?, checkpoint = max(checkpoint, ?),
  firstMs = min(coalesce(firstMs, ?), coalesce(?, firstMs)), lastMs = max(coalesce(lastMs, ?), coalesce(?, lastMs)) WHERE id = ?`;

/**
 * Writes what one upload holds, in batches. A batch is one transaction with the upload's progress and its
 * checkpoint (the byte offset of the last record), so a crash leaves whole batches; a new writer on the same
 * upload skips what is already there.
 */
export class EventWriter {
  private events: PendingEvent[] = [];
  private unparsed: PendingLine[] = [];
  private known = 0;
  /** Of the last record that was handed in. */
  private offset = -1;
  private readonly packer = new RawBlockPacker();
  private readonly interns: Interns;
  private readonly knownEvents: KnownEvents;
  private readonly sightings: SightingCounter;
  private readonly insertRows = prepare(insertEvents(ROWS));
  private readonly insertRow = prepare(insertEvents(1));
  private readonly insertUnparsed = prepare('INSERT INTO UnparsedLine (id, reason) VALUES (?, ?)');
  private readonly insertBlock = prepare('INSERT INTO RawBlock (uploadId, data) VALUES (?, ?)');
  private readonly countAddress = prepare(COUNT_ADDRESS);
  /** Events written since the indexes were taken away; null where they are there. */
  private unindexed: number | null;
  /** Where an earlier run came to, -1 where there was none. */
  private readonly checkpoint: number;

  /** @param isVariable tells whether a sender's template has variable parts. */
  constructor(
    private readonly uploadId: number,
    isVariable: (pattern: string) => boolean,
  ) {
    this.unindexed = dropEventIndexes() ? 0 : null;
    if (this.unindexed === null) buildEventIndexes();
    this.interns = new Interns(isVariable);
    this.knownEvents = new KnownEvents(uploadId);
    this.sightings = new SightingCounter(uploadId);
    this.checkpoint =
      one<{ checkpoint: number }>('SELECT checkpoint FROM Upload WHERE id = ?', uploadId)?.checkpoint ?? -1;
  }

  /** Records waiting for the next {@link commit}. */
  get pending(): number {
    return this.events.length + this.unparsed.length + this.sightings.pending;
  }

  /** Waits until the raw lines are packed, so that {@link commit} need not do it itself. */
  ready(): Promise<void> {
    return this.packer.ready();
  }

  /** `raw` is copied; `pattern` is the sender's template, null without a sender. */
  add(event: NewEvent, raw: Uint8Array, pattern: string | null): void {
    if (!this.enter(event.offset)) return;
    const { timeMs, clientAddress: address, sender } = event;
    if (this.knownEvents.has(timeMs, address, raw)) {
      this.known++;
      return;
    }
    this.events.push({
      place: this.packer.add(raw, event.line),
      timeMs,
      address,
      kind: event,
      pattern,
      variables: sender === null || pattern === null ? null : encodeSender(sender, pattern),
      recipient: event.recipient?.toLowerCase() ?? null,
    });
  }

  addUnparsed(unparsed: Unparsed, raw: Uint8Array): void {
    if (!this.enter(unparsed.offset)) return;
    this.unparsed.push({ place: this.packer.add(raw, unparsed.line), reason: unparsed.reason });
  }

  /** @param offset of the record that tells it. */
  addSighting(sighting: Sighting, offset: number): void {
    if (this.enter(offset)) this.sightings.add(sighting);
  }

  /** False where an earlier run stored the record. */
  private enter(offset: number): boolean {
    if (offset <= this.checkpoint) return false;
    this.offset = offset;
    return true;
  }

  /**
   * Writes what waits, with the progress, in one transaction.
   * @param guard runs inside it and may throw to undo it (a lost lease).
   */
  commit(progress: UploadProgress, guard: () => void): void {
    const blocks = this.packer.take();
    try {
      transaction(() => {
        guard();
        this.write(progress, blocks);
      });
    } catch (error) {
      this.interns.forget();
      throw error;
    }
    if (this.unindexed !== null) this.unindexed += this.events.length;
    this.events = [];
    this.unparsed = [];
    this.known = 0;
    this.sightings.clear();
    if (this.unindexed !== null && this.unindexed > MOST_WITHOUT) this.index();
  }

  /** To be called when all is written: makes the events quick to find. */
  finish(): void {
    if (this.unindexed !== null) this.index();
  }

  private index(): void {
    buildEventIndexes();
    this.unindexed = null;
  }

  private write({ bytesRead, lines }: UploadProgress, blocks: Buffer[]): void {
    const blockIds = blocks.map((data) => Number(this.insertBlock.run(this.uploadId, data).lastInsertRowid));
    const idOf = (place: number): number => {
      const id = blockIds[Math.floor(place / RECORDS_PER_BLOCK)];
      if (id === undefined) throw new Error(`the block of place ${place} was not packed`);
      return id * RECORDS_PER_BLOCK + (place % RECORDS_PER_BLOCK);
    };
    const counts = new Map<number, Count>();
    let first: number | null = null;
    let last: number | null = null;
    let row: unknown[] = [];
    for (const { timeMs, address, kind, pattern, variables, recipient, place } of this.events) {
      const { kinds, addresses, templates, recipients } = this.interns;
      const addressId = address === null ? null : addresses.id(address);
      const templateId = pattern === null ? null : templates.id(pattern);
      const recipientId = recipient === null ? null : recipients.id(recipient);
      row.push(idOf(place), timeMs, addressId, kinds.id(kind), templateId, recipientId, variables);
      if (row.length === ROWS * COLUMNS) {
        this.insertRows.run(row);
        row = [];
      }
      if (addressId !== null) countEvent(counts, addressId, timeMs);
      first = first === null ? timeMs : Math.min(first, timeMs);
      last = last === null ? timeMs : Math.max(last, timeMs);
    }
    for (let i = 0; i < row.length; i += COLUMNS) this.insertRow.run(row.slice(i, i + COLUMNS));
    for (const { place, reason } of this.unparsed) this.insertUnparsed.run(idOf(place), reason);
    for (const [id, { events, first: from, last: to }] of counts) this.countAddress.run(events, from, from, to, to, id);
    this.sightings.write();
    const { events, unparsed, known, offset } = this;
    run(
      COUNT_UPLOAD,
      bytesRead,
      lines,
      events.length,
      unparsed.length,
      known,
      offset,
      first,
      first,
      last,
      last,
      this.uploadId,
    );
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
