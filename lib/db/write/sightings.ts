import { type Sighting, SIGHTING_KINDS } from '@/lib/model';
import { tryAddressBytes } from '../address-bytes';
import { all, prepare } from '../connection';

const DAY_MS = 86_400_000;

interface Count {
  messages: number;
  recipients: number;
}

interface Span {
  firstMs: number;
  lastMs: number;
}

/** One address, day and kind. */
interface Group {
  bytes: Buffer;
  day: number;
  kind: number;
}

const COUNT = `INSERT INTO Sighting (uploadId, bytes, day, kind, messages, recipients) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET messages = messages + excluded.messages, recipients = recipients + excluded.recipients`;
const REACH = `INSERT INTO SightingSpan (uploadId, host, firstMs, lastMs) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET firstMs = min(firstMs, excluded.firstMs), lastMs = max(lastMs, excluded.lastMs)`;

/**
 * Counts what a log tells of its clients besides refusals, by address and day. Single lines are not kept, so
 * two logs of one host that reach over the same time cannot be told apart line by line: the first one counts.
 */
export class SightingCounter {
  private counts = new Map<string, Group & Count>();
  private spans = new Map<string, Span>();
  private readonly covered = new Map<string, Span[]>();

  constructor(private readonly uploadId: number) {
    const others = 'SELECT host, firstMs, lastMs FROM SightingSpan WHERE uploadId <> ?';
    for (const { host, ...span } of all<Span & { host: string }>(others, uploadId)) {
      this.covered.set(host, [...(this.covered.get(host) ?? []), span]);
    }
  }

  /** How many rows wait for {@link write}. */
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

  /** Inside a transaction; {@link clear} when it is through. */
  write(): void {
    const count = prepare(COUNT);
    // In the table's order, so that neighbours go to the same page.
    const sorted = [...this.counts.values()].sort((a, b) => a.bytes.compare(b.bytes));
    for (const { bytes, day, kind, messages, recipients } of sorted) {
      count.run(this.uploadId, bytes, day, kind, messages, recipients);
    }
    const reach = prepare(REACH);
    for (const [host, { firstMs, lastMs }] of this.spans) reach.run(this.uploadId, host, firstMs, lastMs);
  }

  clear(): void {
    this.counts = new Map();
    this.spans = new Map();
  }
}
