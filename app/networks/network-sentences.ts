import type { NetworkDetail } from '@/lib/db/read/networks';
import { type Message, message } from '@/lib/model';

/** Sizes that say something to a reader; an IPv6 block's does not. */
const LARGEST_SAID = 2n ** 32n;

/** What a network is, whose and since when, and what the log saw of it, as sentences. */
export function networkSentences(
  network: Pick<NetworkDetail, 'range' | 'organisation' | 'allocatedOn' | 'events' | 'addresses' | 'detailed'>,
): Message[] {
  const size = network.range.last - network.range.first + 1n;
  const who = {
    organisation: network.organisation === null ? 'no' : 'yes',
    name: network.organisation ?? '',
    since: network.allocatedOn ?? 'none',
  };
  const { events, addresses } = network;
  return [
    size <= LARGEST_SAID
      ? message('page.network.lead.size', { size: Number(size), ...who })
      : message('page.network.lead.block', who),
    events > 0 ? message('page.network.lead.seen', { events, addresses }) : message('page.network.lead.silent'),
    ...(network.detailed ? [] : [message('page.network.lead.named-only')]),
  ];
}
