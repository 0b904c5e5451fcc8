import { all, prepare } from '../connection';
import { ADDRESS_BYTES, COUNT_NUMBERS, type SightingCounts, type Span } from '../sighting-counts';
import { BulkInsert } from './bulk-insert';

const COUNT_COLUMNS = 6;
const COUNT = (
  rows: string,
): string => `INSERT INTO Sighting (uploadId, bytes, day, kind, messages, recipients) VALUES ${rows}
  ON CONFLICT DO UPDATE SET messages = messages + excluded.messages, recipients = recipients + excluded.recipients`;
const REACH = `INSERT INTO SightingSpan (uploadId, host, firstMs, lastMs) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET firstMs = min(firstMs, excluded.firstMs), lastMs = max(lastMs, excluded.lastMs)`;

/** Over which times other uploads have told of each host's sightings. */
export function readCovered(uploadId: number): Map<string, Span[]> {
  const covered = new Map<string, Span[]>();
  const others = 'SELECT host, firstMs, lastMs FROM SightingSpan WHERE uploadId <> ?';
  for (const { host, ...span } of all<Span & { host: string }>(others, uploadId)) {
    covered.set(host, [...(covered.get(host) ?? []), span]);
  }
  return covered;
}

/** Adds to an upload's sightings. Use inside a transaction. */
export function writeSightings(uploadId: number, { bytes, numbers, spans }: SightingCounts): void {
  const rows = new BulkInsert(COUNT, COUNT_COLUMNS);
  const addresses = Buffer.from(bytes.buffer);
  for (let i = 0; i < bytes.length / ADDRESS_BYTES; i++) {
    const address = addresses.subarray(ADDRESS_BYTES * i, ADDRESS_BYTES * (i + 1));
    rows.add(uploadId, address, ...numbers.subarray(COUNT_NUMBERS * i, COUNT_NUMBERS * (i + 1)));
  }
  rows.flush();
  const reach = prepare(REACH);
  for (const [host, { firstMs, lastMs }] of spans) reach.run(uploadId, host, firstMs, lastMs);
}
