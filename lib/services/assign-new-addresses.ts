import { knownNetworks, unassignedAddresses } from '@/lib/db/read/unassigned';
import { assignAddress } from '@/lib/db/write/assign-addresses';
import { buildPrefixTable } from '@/lib/registry';

/** Gives each address without a network to the smallest known network around it. Use inside a transaction. */
export function assignNewAddresses(): void {
  const addresses = unassignedAddresses();
  const networks = addresses.length > 0 ? knownNetworks() : [];
  if (networks.length === 0) return;
  const table = buildPrefixTable(networks.map(({ range }) => range));
  for (const { id, bytes } of addresses) {
    const place = table.findBytes(bytes);
    const network = place === null ? undefined : networks[place];
    if (network) assignAddress(id, network.id);
  }
}
