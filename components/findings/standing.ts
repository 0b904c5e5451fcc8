import type { Standing } from '@/lib/model';

/** The word for one reason's weight. Operators have a standing of their own, over several reasons. */
export function standingOf(weight: number): Standing {
  if (weight >= 0.85) return 'very-likely';
  if (weight >= 0.6) return 'likely';
  return weight >= 0.3 ? 'possible' : 'weak';
}
