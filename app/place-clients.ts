import type { AcceptedClientView } from '@/components/accepted/accepted-clients';
import type { AcceptedClient } from '@/lib/db/read/sightings';
import { type AddressRange, parseAddress } from '@/lib/model';

/** Gives each client the network it lies in, the smallest where there are several. */
export function placeClients(
  clients: readonly AcceptedClient[],
  networks: ReadonlyArray<{ text: string; range: AddressRange }>,
): AcceptedClientView[] {
  const smallest = networks.toSorted((a, b) => {
    const difference = a.range.last - a.range.first - (b.range.last - b.range.first);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  });
  return clients.map((client) => {
    const address = parseAddress(client.text);
    const around = smallest.find(
      ({ range }) =>
        address && range.family === address.family && range.first <= address.value && address.value <= range.last,
    );
    return { ...client, network: around?.text ?? null };
  });
}
