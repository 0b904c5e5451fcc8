import type { Rejection, Unparsed } from '@/lib/model';
import { one, prepare, run, transaction } from '../connection';
import { RawBlockPacker } from '../raw-blocks';
import { Interns } from './interns';

/** How far the reading of an upload has come; kept in the same transaction as its events. */
export interface UploadProgress {
  bytesRead: number;
  lines: number;
}

/** A place in a packer's blocks, which have no ids yet. */
type Place = ReturnType<RawBlockPacker['add']>;

/** What the columns hold of a rejection; the rest is in its raw line. */
type Columns = Pick<
  Rejection,
  | 'offset'
  | 'line'
  | 'timeMs'
  | 'utcOffsetMinutes'
  | 'assumed'
  | 'clientAddress'
  | 'recipient'
  | 'sender'
  | 'action'
  | 'stage'
  | 'code'
  | 'dsn'
>;

interface PendingEvent {
  columns: Columns;
  pattern: string | null;
  place: Place;
}

interface PendingLine {
  unparsed: Unparsed;
  place: Place;
}

const INSERT_EVENT = `INSERT INTO Event (uploadId, byteOffset, line, blockId, blockStart, blockLength, timeMs, utcOffsetMinutes,
  timeAssumed, addressId, templateId, recipientId, sender, actionId, stageId, code, dsn)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_UNPARSED = `INSERT INTO UnparsedLine (uploadId, byteOffset, line, blockId, blockStart, blockLength, reason)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const COUNT_ADDRESS = `UPDATE Address SET events = events + ?, firstMs = min(coalesce(firstMs, ?), ?), lastMs = max(coalesce(lastMs, ?), ?) WHERE id = ?`;
const COUNT_UPLOAD = `UPDATE Upload SET bytesRead = ?, lines = ?, events = events + ?, unparsed = unparsed + ?,
  firstMs = min(coalesce(firstMs, ?), coalesce(?, firstMs)), lastMs = max(coalesce(lastMs, ?), coalesce(?, lastMs)) WHERE id = ?`;

/**
 * Writes the events of one upload in batches. A batch is one transaction with the upload's progress, so
 * a crash leaves whole batches; a new writer on the same upload skips what is already there.
 */
export class EventWriter {
  private events: PendingEvent[] = [];
  private unparsed: PendingLine[] = [];
  private packer = new RawBlockPacker();
  private readonly interns: Interns;
  private readonly insert = prepare(INSERT_EVENT);
  private readonly insertBlock = prepare('INSERT INTO RawBlock (uploadId, data) VALUES (?, ?)');
  private readonly countAddress = prepare(COUNT_ADDRESS);
  /** Byte offset of the last record that an earlier run wrote, -1 where there is none. */
  private readonly writtenUpTo: number;

  constructor(
    private readonly uploadId: number,
    isVariable: (pattern: string) => boolean,
  ) {
    this.interns = new Interns(isVariable);
    this.writtenUpTo =
      one<{ at: number }>(
        `SELECT max(coalesce((SELECT max(byteOffset) FROM Event WHERE uploadId = ?1), -1),
                    coalesce((SELECT max(byteOffset) FROM UnparsedLine WHERE uploadId = ?1), -1)) AS at`,
        uploadId,
      )?.at ?? -1;
  }

  /** Records waiting for the next {@link commit}. */
  get pending(): number {
    return this.events.length + this.unparsed.length;
  }

  /** Waits until the raw lines are packed, so that {@link commit} need not do it itself. */
  ready(): Promise<void> {
    return this.packer.ready();
  }

  /** `raw` is copied; `pattern` is the sender's template, null without a sender. */
  add(rejection: Rejection, raw: Uint8Array, pattern: string | null): void {
    if (rejection.offset <= this.writtenUpTo) return;
    const {
      offset,
      line,
      timeMs,
      utcOffsetMinutes,
      assumed,
      clientAddress,
      recipient,
      sender,
      action,
      stage,
      code,
      dsn,
    } = rejection;
    const columns = {
      offset,
      line,
      timeMs,
      utcOffsetMinutes,
      assumed,
      clientAddress,
      recipient,
      sender,
      action,
      stage,
      code,
      dsn,
    };
    this.events.push({ columns, pattern, place: this.packer.add(Buffer.from(raw)) });
  }

  addUnparsed(unparsed: Unparsed, raw: Uint8Array): void {
    if (unparsed.offset <= this.writtenUpTo) return;
    this.unparsed.push({ unparsed, place: this.packer.add(Buffer.from(raw)) });
  }

  /**
   * Writes what waits, with the progress, in one transaction.
   * @param guard runs inside it and may throw to undo it (a lost lease).
   */
  commit(progress: UploadProgress, guard: () => void): void {
    const blocks = this.packer.data();
    try {
      transaction(() => {
        guard();
        this.write(progress, blocks);
      });
    } catch (error) {
      this.interns.forget();
      throw error;
    }
    this.events = [];
    this.unparsed = [];
    this.packer = new RawBlockPacker();
  }

  private write({ bytesRead, lines }: UploadProgress, blocks: Buffer[]): void {
    const blockIds = blocks.map((data) => Number(this.insertBlock.run(this.uploadId, data).lastInsertRowid));
    const blockId = ({ block }: Place): number => {
      const id = blockIds[block];
      if (id === undefined) throw new Error(`block ${block} was not packed`);
      return id;
    };
    const counts = new Map<number, { events: number; first: number; last: number }>();
    let first: number | null = null;
    let last: number | null = null;
    for (const { columns, pattern, place } of this.events) {
      const { timeMs } = columns;
      const addressId = this.insertEvent(columns, pattern, blockId(place), place);
      if (addressId !== null) {
        const count = counts.get(addressId);
        if (count) {
          count.events++;
          count.first = Math.min(count.first, timeMs);
          count.last = Math.max(count.last, timeMs);
        } else counts.set(addressId, { events: 1, first: timeMs, last: timeMs });
      }
      first = first === null ? timeMs : Math.min(first, timeMs);
      last = last === null ? timeMs : Math.max(last, timeMs);
    }
    for (const { unparsed: u, place } of this.unparsed) {
      run(INSERT_UNPARSED, this.uploadId, u.offset, u.line, blockId(place), place.start, place.length, u.reason);
    }
    for (const [id, { events, first: from, last: to }] of counts) this.countAddress.run(events, from, from, to, to, id);
    const { length: events } = this.events;
    run(COUNT_UPLOAD, bytesRead, lines, events, this.unparsed.length, first, first, last, last, this.uploadId);
  }

  private insertEvent(r: Columns, pattern: string | null, blockId: number, place: Place): number | null {
    const { words, addresses, templates, recipients } = this.interns;
    const addressId = r.clientAddress === null ? null : addresses.id(r.clientAddress);
    this.insert.run(
      this.uploadId,
      r.offset,
      r.line,
      blockId,
      place.start,
      place.length,
      r.timeMs,
      r.utcOffsetMinutes,
      r.assumed === 'nothing' ? 0 : 1,
      addressId,
      pattern === null ? null : templates.id(pattern),
      r.recipient === null ? null : recipients.id(r.recipient.toLowerCase()),
      r.sender,
      words.id(r.action),
      words.id(r.stage),
      r.code,
      r.dsn,
    );
    return addressId;
  }
}
