import type { PageParams } from '@/components/evidence/evidence-refs';
import type { NetworkView } from '@/components/operators/operator-networks';
import type { OperatorDossier } from '@/lib/db/read/operators';
import { idValue } from '@/lib/filter';
import { loadOne, withCounts } from '../load-one';

/** What the filter of a URL leaves of an operator's refusals: all of them, and how many of each member. */
export async function loadUnder(
  params: PageParams,
  publicId: string,
  { organisations, networks }: { organisations: OperatorDossier['organisations']; networks: readonly NetworkView[] },
) {
  const one = await loadOne(params, 'operator', idValue(publicId));
  const { matches } = one;
  return {
    one,
    // While it takes longer than the page waits, the numbers are those without the filter.
    organisations: matches ? withCounts(matches, 'org', organisations) : organisations,
    networks: matches ? withCounts(matches, 'net', networks) : networks,
  };
}
