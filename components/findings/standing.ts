import type { Standing } from '@/lib/model';
import type { FindingView } from './finding-view';

/** From "likely" on, confirming is what a page suggests. */
const SUGGESTED_FROM = 0.6;

/**
 * The finding that a page's one primary action is about: the first that waits for a word and is likely; null where none.
 */
export function suggestedOf(findings: readonly FindingView[]): string | null {
  const first = findings.find(({ weight, verdict, operator }) => weight >= SUGGESTED_FROM && !verdict && !operator);
  return first?.publicId ?? null;
}

/** The word for one reason's weight. Operators have a standing of their own, over several reasons. */
export function standingOf(weight: number): Standing {
  if (weight >= 0.85) return 'very-likely';
  if (weight >= 0.6) return 'likely';
  return weight >= 0.3 ? 'possible' : 'weak';
}
