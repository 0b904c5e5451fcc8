import type { Sighting } from '@/lib/model';
import { tryAddressBytes } from '../address-bytes';
import { all, prepare } from '../connection';

const DAY_MS = 86_400_000;

interface Count {
  bytes: Buffer;
  day: number;
  kind: string;
  messages: number;
  recipients: number;
  lastMs: number;
}

interface Span {
  firstMs: number;
  lastMs: number;
}

const COUNT = `INSERT INTO Sighting (uploadId, bytes, day, kind, messages, recipients, lastMs) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET messages = messages + excluded.messages, recipients = recipients + excluded.recipients,
    lastMs = max(lastMs, excluded.lastMs)`;
const REACH = `INSERT INTO SightingSpan (uploadId, host, firstMs, lastMs) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET firstMs = min(firstMs, excluded.firstMs), lastMs = max(lastMs, excluded.lastMs)`;

/**
 * Counts what a log tells of its clients besides refusals, by address and day. Single lines are not kept, so
 * two logs of one host that reach over the same time cannot be told apart line by line: the first one counts.
 */
export class SightingCounter {
  private counts = new Map<string, Count>();
  private spans = new Map<string, Span>();
  private readonly covered = new Map<string, Span[]>();

  constructor(private readonly uploadId: number) {
    const others = all<Span & { host: string }>(
      'SELECT host, firstMs, lastMs FROM SightingSpan WHERE uploadId <> ?',
      uploadId,
    );
    for (const { host, ...span } of others) this.covered.set(host, [...(this.covered.get(host) ?? []), span]);
  }

  add({ kind, address, timeMs, host, messages, recipients }: Sighting): void {
    const name = host ?? '';
    if (this.covered.get(name)?.some(({ firstMs, lastMs }) => firstMs <= timeMs && timeMs <= lastMs)) return;
    const span = this.spans.get(name);
    if (span) {
      span.firstMs = Math.min(span.firstMs, timeMs);
      span.lastMs = Math.max(span.lastMs, timeMs);
    } else this.spans.set(name, { firstMs: timeMs, lastMs: timeMs });
    const day = Math.floor(timeMs / DAY_MS);
    const key = `${day} ${kind} ${address}`;
    const count = this.counts.get(key);
    if (count) {
      count.messages += messages;
      count.recipients += recipients;
      count.lastMs = Math.max(count.lastMs, timeMs);
      return;
    }
    const bytes = tryAddressBytes(address);
    if (bytes) this.counts.set(key, { bytes, day, kind, messages, recipients, lastMs: timeMs });
  }

  get pending(): number {
    return this.counts.size;
  }

  /** Inside a transaction; {@link clear} when it is through. */
  write(): void {
    const count = prepare(COUNT);
    for (const { bytes, day, kind, messages, recipients, lastMs } of this.counts.values()) {
      count.run(this.uploadId, bytes, day, kind, messages, recipients, lastMs);
    }
    const reach = prepare(REACH);
    for (const [host, { firstMs, lastMs }] of this.spans) reach.run(this.uploadId, host, firstMs, lastMs);
  }

  clear(): void {
    this.counts = new Map();
    this.spans = new Map();
  }
}
