import { tryAddressBytes } from '../address-bytes';
import { all } from '../connection';
import { RawBlockReader, RECORDS_PER_BLOCK } from '../raw-blocks';

interface Range {
  first: number;
  last: number;
}

/** Blocks held while logs of the same time are compared. */
const OPEN_BLOCKS = 8;
/** Claimed events are forgotten past so many: lines that are alike stand together. */
const CLAIMED = 10_000;

const CANDIDATES = `SELECT e.id FROM Event e JOIN RawBlock b ON b.id = e.id / ${RECORDS_PER_BLOCK}
  WHERE e.addressId IS (SELECT id FROM Address WHERE bytes = ?1) AND e.timeMs = ?2 AND b.uploadId <> ?3 ORDER BY e.id`;

/**
 * Recognises refusals that another upload brought: a log that has grown, rotations that overlap. The same
 * line, byte for byte, at the same time, counts as often as the other upload has it.
 */
export class KnownEvents {
  /** When other uploads' events were, without overlaps, in order. */
  private readonly ranges: Range[];
  private readonly reader = new RawBlockReader(OPEN_BLOCKS);
  private readonly claimed = new Set<number>();

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
    const bytes = address === null ? null : tryAddressBytes(address);
    for (const { id } of all<{ id: number }>(CANDIDATES, bytes, timeMs, this.uploadId)) {
      if (this.claimed.has(id) || !this.reader.read(id).raw.equals(raw)) continue;
      if (this.claimed.size >= CLAIMED) this.claimed.clear();
      this.claimed.add(id);
      return true;
    }
    return false;
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

function mergeRanges(sorted: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of sorted) {
    const before = merged.at(-1);
    if (before && range.first <= before.last) before.last = Math.max(before.last, range.last);
    else merged.push({ ...range });
  }
  return merged;
}
