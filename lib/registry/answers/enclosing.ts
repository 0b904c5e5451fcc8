import type { ListedNetwork, Network } from '@/lib/model';

/**
 * Where an answer about one address brings the blocks around it too (APNIC, ARIN), only the innermost
 * is the network: an upstream provider's block must never be taken for the operator's.
 * @param isForeign a block that stands for another registry, never anybody's network.
 */
export function demoteEnclosing(
  networks: readonly Network[],
  isForeign: (network: Network) => boolean = () => false,
): { networks: Network[]; listed: ListedNetwork[] } {
  const outer = new Set([...findEnclosing(networks, 4), ...findEnclosing(networks, 6), ...networks.filter(isForeign)]);
  return {
    networks: networks.filter((network) => !outer.has(network)),
    listed: networks.filter((network) => outer.has(network)).map((network) => toListed(network, 'less-specific')),
  };
}

/** All of an answer to "what is around this one, what is inside it?": told of, and nobody's own network. */
export function listAll(
  networks: readonly Network[],
  relation: ListedNetwork['relation'],
): { networks: Network[]; listed: ListedNetwork[] } {
  return { networks: [], listed: networks.map((network) => toListed(network, relation)) };
}

function toListed({ range, name, organisation }: Network, relation: ListedNetwork['relation']): ListedNetwork {
  return { relation, range, name, organisation: organisation?.name ?? null, kind: null };
}

/** Sorted by first address, wider first: a network encloses one behind it that ends no later. */
function findEnclosing(networks: readonly Network[], family: 4 | 6): Network[] {
  const sorted = networks
    .filter(({ range }) => range.family === family)
    .sort((a, b) => compare(a.range.first, b.range.first) || compare(b.range.last, a.range.last));
  const enclosing: Network[] = [];
  let soonest: bigint | null = null;
  for (let at = sorted.length - 1; at >= 0; ) {
    const { first, last } = sorted[at]?.range ?? { first: 0n, last: 0n };
    const same: Network[] = [];
    for (
      let network = sorted[at];
      network?.range.first === first && network.range.last === last;
      network = sorted[at]
    ) {
      same.push(network);
      at--;
    }
    if (soonest !== null && soonest <= last) enclosing.push(...same);
    if (soonest === null || last < soonest) soonest = last;
  }
  return enclosing;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
