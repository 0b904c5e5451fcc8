import { networksAfter, networksVersion, unassignedAddresses } from '@/lib/db/read/unassigned';
import { assignAddress } from '@/lib/db/write/assign-addresses';
import { createNetworkFinder } from './network-finder';

const networksNow = createNetworkFinder({ version: networksVersion, after: networksAfter });

/**
 * Gives each address without a network to the smallest known network around it. Use inside a transaction that writes
 * no networks.
 */
export function assignNewAddresses(): void {
  const addresses = unassignedAddresses();
  if (addresses.length === 0) return;
  const find = networksNow();
  for (const { id, bytes } of addresses) {
    const networkId = find(bytes);
    if (networkId !== null) assignAddress(id, networkId);
  }
}
