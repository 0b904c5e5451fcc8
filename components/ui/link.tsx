import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to another page of ours. Every page is made from the database when it is asked for; none is fetched before,
 * or one look at a long list would ask for hundreds.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
