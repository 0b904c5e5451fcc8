'use client';

import NextLink from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import type { ComponentProps } from 'react';
import { travelHref } from '@/components/filter/travel-href';

interface Props extends Omit<ComponentProps<typeof NextLink>, 'href'> {
  href: string;
  /** True where the filter of the page must not go along: the link changes it, or opens what was counted without it. */
  ownFilter?: boolean;
}

/**
 * A link to another page of ours, to which the filter and time range of this page go along. Every page is made from the
 * database when it is asked for; none is fetched before, or one look at a long list would ask for hundreds.
 */
export function Link({ href, ownFilter = false, ...rest }: Props) {
  const pathname = usePathname();
  const search = useSearchParams();
  return (
    <NextLink
      prefetch={false}
      {...rest}
      href={ownFilter ? href : travelHref(href, pathname, search)}
      data-own-filter={ownFilter || undefined}
    />
  );
}
