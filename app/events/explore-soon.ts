import { countAllEvents, explore, type Found } from '@/lib/db/read/explore';
import type { Filter } from '@/lib/filter';

/** So long a page waits for a search; what takes longer shows how far it is. */
const PATIENCE_MS = 1_500;

/** What a filter finds, or null where it takes longer than a page waits; and how many refusals there are. */
export async function exploreSoon(filter: Filter): Promise<{ found: Found | null; of: number }> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const found = await explore(filter, Date.now(), { signal });
    return { found, of: found.total };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { found: null, of: countAllEvents() };
  }
}
