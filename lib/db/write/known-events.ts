import { tryAddressBytes } from '../address-bytes';
import { all } from '../connection';
import { RawBlockReader, RECORDS_PER_BLOCK } from '../raw-blocks';

interface Range {
  first: number;
  last: number;
}

/** Blocks held while logs of the same time are compared. */
const OPEN_BLOCKS = 4;

const AT_TIME = `SELECT e.id, a.bytes FROM Event e JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK}
  LEFT JOIN Address a ON a.id = e.addressId WHERE e.timeMs = ? AND b.uploadId <> ? ORDER BY e.id`;

/**
 * Recognises refusals that another upload brought: a log that has grown, rotations that overlap. The same
 * line, byte for byte, at the same time, counts as often as the other upload has it.
 */
export class KnownEvents {
  /** When other uploads' events were, without overlaps, in order. */
  private readonly ranges: Range[];
  private readonly reader = new RawBlockReader(OPEN_BLOCKS);
  /** Other uploads' events of the time at hand that no line was taken for yet, by address. */
  private atTime = { timeMs: Number.NaN, ids: new Map<string, number[]>() };

  constructor(private readonly uploadId: number) {
    this.ranges = mergeRanges(
      all<Range>(
        'SELECT firstMs AS first, lastMs AS last FROM Upload WHERE id <> ? AND firstMs IS NOT NULL ORDER BY firstMs',
        uploadId,
      ),
    );
  }

  /** True where another upload has this refusal, and no earlier one of this upload was taken for it. */
  has(timeMs: number, address: string | null, raw: Uint8Array): boolean {
    if (!this.isCovered(timeMs)) return false;
    if (timeMs !== this.atTime.timeMs) this.atTime = { timeMs, ids: this.eventsAt(timeMs) };
    const ids = this.atTime.ids.get(keyOf(address === null ? null : tryAddressBytes(address)));
    const found = ids?.findIndex((id) => isSameLine(this.reader.read(id).raw, raw)) ?? -1;
    if (found >= 0) ids?.splice(found, 1);
    return found >= 0;
  }

  private eventsAt(timeMs: number): Map<string, number[]> {
    const ids = new Map<string, number[]>();
    for (const { id, bytes } of all<{ id: number; bytes: Buffer | null }>(AT_TIME, timeMs, this.uploadId)) {
      const key = keyOf(bytes);
      const same = ids.get(key);
      if (same) same.push(id);
      else ids.set(key, [id]);
    }
    return ids;
  }

  private isCovered(timeMs: number): boolean {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const range = this.ranges[middle];
      if (range && range.last < timeMs) low = middle + 1;
      else high = middle;
    }
    const range = this.ranges[low];
    return range !== undefined && range.first <= timeMs;
  }
}

/** A line that was cut off at the end of a log is the beginning of the whole one. */
function isSameLine(known: Buffer, raw: Uint8Array): boolean {
  const length = Math.min(known.length, raw.length);
  return known.subarray(0, length).equals(raw.subarray(0, length));
}

const keyOf = (bytes: Buffer | null): string => bytes?.toString('latin1') ?? '';

function mergeRanges(sorted: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of sorted) {
    const before = merged.at(-1);
    if (before && range.first <= before.last) before.last = Math.max(before.last, range.last);
    else merged.push({ ...range });
  }
  return merged;
}
