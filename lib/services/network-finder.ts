import type { KnownNetwork, NetworksVersion } from '@/lib/db/read/unassigned';
import { buildPrefixTable, type PrefixTable } from '@/lib/registry';

/** Where networks are read from. */
export interface NetworkSource {
  version(): NetworksVersion;
  /** All whose id is higher, in address order. */
  after(id: number): KnownNetwork[];
}

/** The id of the smallest network around an address of sixteen bytes; null where there is none. */
export type FindNetwork = (bytes: Uint8Array) => number | null;

/** New networks are looked up in a table of their own until they are so many, and so large a part of all. */
const FEW = 1_000;
const PART = 8;

interface Table {
  prefixes: PrefixTable;
  ids: Float64Array;
  /** To tell which of two is the smaller. */
  sizes: Float64Array;
}

/**
 * Keeps networks in memory for look-ups: read once, and after that only those that came; all anew where any is gone.
 * Networks are to be committed when they are read: what is rolled back would be kept.
 * @returns gives the look-up over the networks as they are at that time.
 */
export function createNetworkFinder({ version, after }: NetworkSource): () => FindNetwork {
  let all = makeTable([]);
  let fresh = makeTable([]);
  let known: NetworksVersion | null = null;
  let allTo = 0;
  return () => {
    const now = version();
    const isSame = known !== null && known.database === now.database && known.removed === now.removed;
    if (!isSame || now.lastId < allTo) {
      all = makeTable(after(0));
      fresh = makeTable([]);
      allTo = now.lastId;
    } else if (known?.lastId !== now.lastId) {
      const came = after(allTo);
      if (came.length > Math.max(FEW, all.ids.length / PART)) {
        all = makeTable(after(0));
        fresh = makeTable([]);
        allTo = now.lastId;
      } else fresh = makeTable(came);
    }
    known = now;
    return (bytes) => smaller(all, all.prefixes.findBytes(bytes), fresh, fresh.prefixes.findBytes(bytes));
  };
}

function makeTable(networks: readonly KnownNetwork[]): Table {
  return {
    prefixes: buildPrefixTable(networks.map(({ range }) => range)),
    ids: Float64Array.from(networks, ({ id }) => id),
    sizes: Float64Array.from(networks, ({ range }) => Number(range.last - range.first)),
  };
}

function smaller(one: Table, placeInOne: number | null, other: Table, placeInOther: number | null): number | null {
  if (placeInOther === null) return placeInOne === null ? null : (one.ids[placeInOne] ?? null);
  if (placeInOne === null) return other.ids[placeInOther] ?? null;
  const isOther = (other.sizes[placeInOther] ?? 0) < (one.sizes[placeInOne] ?? 0);
  return (isOther ? other.ids[placeInOther] : one.ids[placeInOne]) ?? null;
}
