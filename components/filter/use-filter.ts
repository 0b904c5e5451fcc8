'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { filterOf } from './travel-href';

/** The filter of the page as its URL says it, '' without one: what counts and lists on it go by. */
export function useFilter(): string {
  return filterOf(usePathname(), useSearchParams());
}
