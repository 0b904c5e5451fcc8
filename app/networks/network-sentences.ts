import type { AnnouncementRow } from '@/lib/db/read/announcements';
import type { NetworkDetail } from '@/lib/db/read/networks';
import { type AddressRange, type Message, message } from '@/lib/model';

/** Of IPv4 the number of addresses says something; of IPv6 that of the sites or subnets it has room for. */
const SITE = 2n ** 80n;
const SUBNET = 2n ** 64n;

type Told = Pick<
  NetworkDetail,
  | 'range'
  | 'registry'
  | 'organisation'
  | 'country'
  | 'allocatedOn'
  | 'events'
  | 'addresses'
  | 'detailed'
  | 'server'
  | 'answeredMs'
  | 'source'
>;

/**
 * What a network is, whose and since when, in which register it stands, who announces it, what the log saw of it, and
 * how we know, as sentences.
 * @param names how registry and country are called in the reader's language
 */
export function networkSentences(
  network: Told,
  announcements: ReadonlyArray<Pick<AnnouncementRow, 'asn' | 'name' | 'server' | 'seen'>>,
  names: { registry: string; country: string | null },
): Message[] {
  const { organisation, allocatedOn, events, addresses, detailed, registry, source, server, answeredMs } = network;
  const who = {
    organisation: organisation !== null ? 'yes' : detailed ? 'no' : 'unknown',
    name: organisation ?? '',
    since: allocatedOn ?? 'none',
  };
  return [
    sizeSentence(network.range, who),
    message('page.network.lead.registry', { id: registry, registry: names.registry, country: names.country ?? 'none' }),
    ...announcedSentence(announcements),
    events > 0 ? message('page.network.lead.seen', { events, addresses }) : message('page.network.lead.silent'),
    message(`page.network.lead.${detailed ? 'source' : 'list'}`, { source, server, answeredAt: answeredMs }),
  ];
}

function sizeSentence({ family, first, last }: AddressRange, who: Message['params']): Message {
  const size = last - first + 1n;
  if (family === 4 || size < SUBNET) return message('page.network.lead.size', { size: Number(size), ...who });
  const [unit, of] = size < SITE ? (['subnets', SUBNET] as const) : (['sites', SITE] as const);
  return message('page.network.lead.room', { unit, size: Number(size / of), ...who });
}

/** One AS by name, and how many more; what is only registered is not said to be announced. */
function announcedSentence(
  announcements: ReadonlyArray<Pick<AnnouncementRow, 'asn' | 'name' | 'server' | 'seen'>>,
): Message[] {
  const [first] = announcements;
  if (!first) return [];
  const { asn, name, server, seen } = first;
  if (asn === null) return [message('page.network.lead.unannounced', { server })];
  const named = name === null ? 'no' : 'yes';
  if (!seen) return [message('page.network.lead.registered', { asn: String(asn), named, name: name ?? '', server })];
  const more = new Set(announcements.flatMap((row) => (row.seen ? (row.asn ?? []) : []))).size - 1;
  return [message('page.network.lead.announced', { asn: String(asn), named, name: name ?? '', more })];
}
