import { explore, type Found } from '@/lib/db/read/explore';
import { type FilterError, parseFilter } from '@/lib/filter';

/**
 * Finds the refusals that a text in the filter language names.
 * @returns what was found, among all there are, or what of the text cannot be read.
 */
export async function findEvents(
  text: string,
  nowMs: number,
  signal?: AbortSignal,
): Promise<Found | { errors: FilterError[] }> {
  const { filter, errors } = parseFilter(text);
  if (errors.length > 0) return { errors };
  return explore(filter, nowMs, { signal, whole: true });
}
