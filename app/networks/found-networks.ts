import type { GroupView } from '@/components/groups/group-view';
import { SPARK_PARTS } from '@/components/groups/group-view';
import type { NetworkLine } from '@/components/networks/networks-table';
import { type Group, type Matches, readGroups } from '@/lib/db/read/explore';
import { readNetworksById } from '@/lib/db/read/networks';

/** A network, and what was found of it. */
export interface FoundNetwork {
  group: GroupView;
  network: NetworkLine;
}

/** Under a filter so many networks of one thing are listed; their number is said. */
const MOST = 200;

/** What is known of the networks that were found, in their order. */
export function describeNetworks(groups: readonly Group[]): FoundNetwork[] {
  const networks = new Map(readNetworksById(groups.map(({ id }) => id)).map((row) => [row.id, row]));
  return groups.flatMap((group) => {
    const network = networks.get(group.id);
    return network ? [{ group, network }] : [];
  });
}

/** The networks among what was found of one thing, those with most refusals first. */
export function listFoundNetworks(matches: Matches): { networks: FoundNetwork[]; total: number } {
  const { groups, total } = readGroups(matches, 'net', { sort: 'events', limit: MOST, offset: 0, parts: SPARK_PARTS });
  return { networks: describeNetworks(groups), total };
}
