import { type Sighting, SIGHTING_KINDS } from '@/lib/model';
import { tryAddressBytes } from './address-bytes';

const DAY_MS = 86_400_000;

export interface Span {
  firstMs: number;
  lastMs: number;
}

interface Count {
  bytes: Buffer;
  /** Of UTC, counted from 1970. */
  day: number;
  kind: number;
  messages: number;
  recipients: number;
}

/** What a part of a log tells of its clients besides refusals, by columns as an event batch is. */
export interface SightingCounts {
  /** 16 a count: the address. They are in order, so that neighbours go to the same page of the table. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Day, kind, messages and recipients of each. */
  numbers: Int32Array<ArrayBuffer>;
  /** Over which time each host tells it; '' where the log names no host. */
  spans: Array<[host: string, span: Span]>;
}

/** Columns of {@link SightingCounts.bytes} and {@link SightingCounts.numbers}. */
export const ADDRESS_BYTES = 16;
export const COUNT_NUMBERS = 4;

/**
 * Counts sightings by address and day. Single lines are not kept, so two logs of one host that reach over the same
 * time cannot be told apart line by line: the first one counts.
 */
export class SightingCounter {
  private counts = new Map<string, Count>();
  private spans = new Map<string, Span>();

  /** @param covered what other uploads told of each host. */
  constructor(private readonly covered: ReadonlyMap<string, readonly Span[]>) {}

  /** How many counts wait for {@link take}. */
  get pending(): number {
    return this.counts.size;
  }

  add({ kind, address, timeMs, host, messages, recipients }: Sighting): void {
    const name = host ?? '';
    if (this.covered.get(name)?.some(({ firstMs, lastMs }) => firstMs <= timeMs && timeMs <= lastMs)) return;
    this.reach(name, timeMs);
    const day = Math.floor(timeMs / DAY_MS);
    const key = `${day} ${kind} ${address}`;
    const count = this.counts.get(key);
    if (count) {
      count.messages += messages;
      count.recipients += recipients;
      return;
    }
    const bytes = tryAddressBytes(address);
    if (bytes) this.counts.set(key, { bytes, day, kind: SIGHTING_KINDS.indexOf(kind), messages, recipients });
  }

  private reach(host: string, timeMs: number): void {
    const span = this.spans.get(host);
    if (span) {
      span.firstMs = Math.min(span.firstMs, timeMs);
      span.lastMs = Math.max(span.lastMs, timeMs);
    } else this.spans.set(host, { firstMs: timeMs, lastMs: timeMs });
  }

  /** Hands over what was counted, and begins anew. */
  take(): SightingCounts {
    const counts = [...this.counts.values()].sort((a, b) => a.bytes.compare(b.bytes));
    const bytes = new Uint8Array(ADDRESS_BYTES * counts.length);
    const numbers = new Int32Array(COUNT_NUMBERS * counts.length);
    for (const [i, { bytes: address, day, kind, messages, recipients }] of counts.entries()) {
      bytes.set(address, ADDRESS_BYTES * i);
      numbers.set([day, kind, messages, recipients], COUNT_NUMBERS * i);
    }
    const spans = [...this.spans];
    this.counts = new Map();
    this.spans = new Map();
    return { bytes, numbers, spans };
  }
}
