import type { Rejection, Sighting, Unparsed, UnparsedReason } from '@/lib/model';
import { Dictionary, type Learnt } from './dictionary';
import { isSameKind, type Kind, kindKey } from './kind';
import { encodeSender } from './sender-variables';
import { SightingCounter, type SightingCounts, type Span } from './sighting-counts';

/** What the columns hold of a refusal; the rest is in its raw line. */
export type NewEvent = Pick<
  Rejection,
  'offset' | 'line' | 'timeMs' | 'clientAddress' | 'recipient' | 'sender' | keyof Kind
>;

/** From where on an upload is written, and what others have told already. */
export interface BatchStart {
  /** The byte offset of the last record that is stored; -1 where there is none. */
  checkpoint: number;
  covered: ReadonlyMap<string, readonly Span[]>;
}

/**
 * Records of a log in its order, by columns: they may come from another thread, and columns cross over at a fraction
 * of what objects cost. Indexes name what this batch or one before it said; -1 is nothing.
 */
export interface EventBatch {
  /** How many records. */
  size: number;
  /** The line's number; when it was; where its bytes end in `raw`. */
  numbers: Float64Array;
  /** Kind (below -1 for what was not understood: -2 less the reason's place), address, pattern, recipient. */
  indexes: Int32Array;
  variables: Array<string | null>;
  reasons: UnparsedReason[];
  kinds: Learnt<Kind>;
  addresses: Learnt<string>;
  patterns: Learnt<string>;
  recipients: Learnt<string>;
  raw: Uint8Array<ArrayBuffer>;
  sightings: SightingCounts;
  /** The byte offset of the last record that was handed in, here or before. */
  offset: number;
}

/** Columns of {@link EventBatch.numbers} and {@link EventBatch.indexes}. */
export const NUMBERS = 3;
export const INDEXES = 4;

const FIRST_RAW_BYTES = 1 << 20;

/** Collects what is found in a log into batches; what an earlier run stored is left out. */
export class BatchCollector {
  private numbers: number[] = [];
  private indexes: number[] = [];
  private variables: Array<string | null> = [];
  private reasons: UnparsedReason[] = [];
  private readonly kinds = new Dictionary<Kind>();
  private readonly addresses = new Dictionary<string>();
  private readonly patterns = new Dictionary<string>();
  private readonly recipients = new Dictionary<string>();
  private raw = Buffer.allocUnsafeSlow(FIRST_RAW_BYTES);
  private filled = 0;
  private lastKind: Kind | null = null;
  private lastIndex = -1;
  private offset = -1;
  private readonly sightings: SightingCounter;
  private readonly checkpoint: number;

  constructor({ checkpoint, covered }: BatchStart) {
    this.checkpoint = checkpoint;
    this.sightings = new SightingCounter(covered);
  }

  /** Records waiting for {@link take}. */
  get pending(): number {
    return this.variables.length + this.sightings.pending;
  }

  /** `raw` is copied; `pattern` is the sender's template, null without a sender. */
  add(event: NewEvent, raw: Uint8Array, pattern: string | null): void {
    if (!this.enter(event.offset)) return;
    const { sender, recipient } = event;
    this.numbers.push(event.line, event.timeMs, this.keep(raw));
    this.indexes.push(
      this.kindIndex(event),
      indexIn(this.addresses, event.clientAddress),
      indexIn(this.patterns, pattern),
      indexIn(this.recipients, recipient === null ? null : recipient.toLowerCase()),
    );
    this.variables.push(sender === null || pattern === null ? null : encodeSender(sender, pattern));
  }

  addUnparsed(unparsed: Unparsed, raw: Uint8Array): void {
    if (!this.enter(unparsed.offset)) return;
    let reason = this.reasons.indexOf(unparsed.reason);
    if (reason < 0) reason = this.reasons.push(unparsed.reason) - 1;
    this.numbers.push(unparsed.line, 0, this.keep(raw));
    this.indexes.push(-2 - reason, -1, -1, -1);
    this.variables.push(null);
  }

  /** @param offset of the record that tells it. */
  addSighting(sighting: Sighting, offset: number): void {
    if (this.enter(offset)) this.sightings.add(sighting);
  }

  /** Hands over what waits, and begins anew. */
  take(): EventBatch {
    const batch: EventBatch = {
      size: this.variables.length,
      numbers: Float64Array.from(this.numbers),
      indexes: Int32Array.from(this.indexes),
      variables: this.variables,
      reasons: this.reasons,
      kinds: this.kinds.take(),
      addresses: this.addresses.take(),
      patterns: this.patterns.take(),
      recipients: this.recipients.take(),
      raw: new Uint8Array(this.raw.subarray(0, this.filled)),
      sightings: this.sightings.take(),
      offset: this.offset,
    };
    this.numbers = [];
    this.indexes = [];
    this.variables = [];
    this.reasons = [];
    this.filled = 0;
    this.lastKind = null;
    return batch;
  }

  /** False where an earlier run stored the record. */
  private enter(offset: number): boolean {
    if (offset <= this.checkpoint) return false;
    this.offset = offset;
    return true;
  }

  private keep(raw: Uint8Array): number {
    if (this.filled + raw.length > this.raw.length) {
      const larger = Buffer.allocUnsafeSlow(2 * this.raw.length + raw.length);
      this.raw.copy(larger, 0, 0, this.filled);
      this.raw = larger;
    }
    this.raw.set(raw, this.filled);
    this.filled += raw.length;
    return this.filled;
  }

  private kindIndex(event: NewEvent): number {
    if (this.lastKind !== null && isSameKind(this.lastKind, event)) return this.lastIndex;
    const { format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed } = event;
    this.lastKind = { format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed };
    this.lastIndex = this.kinds.index(kindKey(event), this.lastKind);
    return this.lastIndex;
  }
}

const indexIn = (texts: Dictionary<string>, text: string | null): number =>
  text === null ? -1 : texts.index(text, text);
