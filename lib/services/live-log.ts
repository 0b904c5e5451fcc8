import { BatchCollector } from '@/lib/db/event-batch';
import { EventWriter } from '@/lib/db/write/events';
import { isVariable } from '@/lib/detect';
import { createByteParser, type Parser, type ParserOptions, type ParseSummary } from '@/lib/maillog';
import { collectRefusal } from './collect-refusal';

/** Records a transaction, and bytes after which progress is written, however few records were in them. */
const BATCH_RECORDS = 10_000;
const BATCH_BYTES = 8 * 1024 * 1024;

export interface LiveLogOptions extends Pick<ParserOptions, 'zone' | 'format'> {
  /** For stamps without a year, until the log is caught up with: when its file was last written, epoch ms. */
  fileTimeMs: number;
}

/**
 * One generation of a log that is read as it grows. What its lines say of each other (who brought the mail that
 * is delivered later, which year it is) lives here, from one batch to the next; after a restart the log is read
 * again from its start and {@link pass}ed over.
 */
export class LiveLog {
  private readonly parser: Parser;
  private turn: { writer: EventWriter; collector: BatchCollector } | null = null;
  /** Bytes handed in, and how many of them are written. */
  private at = 0;
  private written = 0;
  private over = false;

  constructor({ zone, format, fileTimeMs }: LiveLogOptions) {
    this.parser = createByteParser(
      { zone, firstYear: 'latest-before', referenceMs: fileTimeMs, growing: true, ...(format ? { format } : {}) },
      {
        refusal: (found) => {
          if (this.turn) collectRefusal(this.turn.collector, found, this.place);
        },
        unparsed: (unparsed, raw) => this.turn?.collector.addUnparsed({ ...unparsed, offset: this.place }, raw),
        sighting: (sighting) => this.turn?.collector.addSighting(sighting, this.place),
      },
    );
  }

  /**
   * What is at hand counts from the byte it came with: a line that says how often the one before was repeated comes
   * to something that stands before what is stored.
   */
  private get place(): number {
    return this.over ? this.at : this.at - 1;
  }

  /** How many bytes were handed in. */
  get offset(): number {
    return this.at;
  }

  summarise(): ParseSummary {
    return this.parser.summarise();
  }

  /** As the clock's: once the log is caught up with, stamps without a year are of now. */
  enterPresent(nowMs: number): void {
    this.parser.enterPresent(nowMs);
  }

  /** Reads without writing: an earlier run wrote it. */
  pass(chunk: Uint8Array): void {
    if (this.turn) throw new Error('a live log is passed over between its turns only');
    this.at += chunk.length;
    this.written = this.at;
    this.parser.push(chunk);
  }

  /** Begins a turn: what is {@link take}n from now on goes to this upload. */
  begin(uploadId: number): void {
    // A new one each turn: it learns what other uploads have brought meanwhile.
    const writer = new EventWriter(uploadId, isVariable);
    this.turn = { writer, collector: new BatchCollector(writer.start()) };
  }

  /** @returns true where enough waits to be written. */
  take(chunk: Uint8Array): boolean {
    this.at += chunk.length;
    this.parser.push(chunk);
    return (this.turn?.collector.pending ?? 0) >= BATCH_RECORDS || this.at - this.written >= BATCH_BYTES;
  }

  /** Takes a last line that has no line end: nothing comes behind it. */
  takeLastLine(): void {
    this.over = true;
    this.parser.end();
  }

  /**
   * Writes what was taken, in one transaction.
   * @param guard runs in it with the bytes written so far, before and now; what it throws undoes all of it, and
   * this log is of no use any more.
   */
  async commit(guard: (from: number, to: number) => void): Promise<void> {
    const { turn, at } = this;
    if (!turn) throw new Error('a live log is written in a turn only');
    const { writer, collector } = turn;
    writer.take(collector.take());
    await writer.ready();
    writer.commit({ bytesRead: at, lines: this.parser.summarise().lines }, () => guard(this.written, at));
    this.written = at;
  }

  /** Ends a turn. */
  leave(): void {
    this.turn?.writer.finish();
    this.turn = null;
  }
}
