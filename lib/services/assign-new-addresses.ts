import { networksAfter, networksVersion, unassignedAddresses } from '@/lib/db/read/unassigned';
import { assignAddress } from '@/lib/db/write/assign-addresses';
import { createNetworkFinder } from './network-finder';

const networksNow = createNetworkFinder({ version: networksVersion, after: networksAfter });

/**
 * Gives each address without a network to the smallest known network around it. Use inside a transaction that writes
 * no networks.
 */
export function assignNewAddresses(): void {
  const find = networksNow();
  const held: Array<{ id: number; networkId: number }> = [];
  for (const { id, bytes } of unassignedAddresses()) {
    const networkId = find(bytes);
    if (networkId !== null) held.push({ id, networkId });
  }
  for (const { id, networkId } of held) assignAddress(id, networkId);
}
