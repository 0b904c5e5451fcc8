import { readQueriesSince } from '@/lib/db/read/kept-answers';
import { networksToAnnounce, seenAnnouncedSince } from '@/lib/db/read/origins';
import { isAddressAwaited } from '@/lib/db/read/questions';
import { hurryJob } from '@/lib/db/write/jobs';
import { type Address, formatAddress } from '@/lib/model';
import { allowedReferral, buildPrefixTable, type RdapRow, type ServerRow } from '@/lib/registry';
import { cacheMs } from './cache-times';
import { enqueueTogether, type Question, questionJobKey } from './enqueue-question';
import { findRow, type Registries } from './find-way';

/** Who says which AS announces an address. */
const ORIGINS_HOST = 'whois.cymru.com';

/** Addresses in one question: its text is kept with the answer. */
const AT_ONCE = 1_000;

/** How long the first network waits for others to be asked about with it. */
const GATHER_MS = 60_000;

/** There is one such question: whom it is about is looked up when its turn comes. */
const QUESTION: Question = { server: ORIGINS_HOST, kind: 'origins', key: '', depth: 0, asked: [] };

/**
 * Queues the question who announces the networks we know, which is put for many of them at once.
 * @param about an address of a network that an answer told of, and the server that gave it
 */
export function planOrigins(about: Address, teller: ServerRow | RdapRow, registries: Registries, nowMs: number): void {
  if (mayAsk(about, teller, registries)) enqueueTogether(QUESTION, GATHER_MS, nowMs);
}

/** Puts the question once more after the one that is answered right now, where there is more than one holds. */
export function askOriginsOn(registries: Registries, nowMs: number): void {
  if (fillOrigins(nowMs, registries)) enqueueTogether(QUESTION, 0, nowMs);
}

/** Where no address will be answered for in time, nothing is left to gather. @param endingKey the job that ends with this */
export function hurryOrigins(endingKey: string, nowMs: number): void {
  if (!isAddressAwaited(nowMs + GATHER_MS, endingKey)) hurryJob(questionJobKey(QUESTION), nowMs);
}

/**
 * The question with the addresses it is about: of each network we know and nobody was asked about lately, one; those
 * with most refusals first.
 * @returns null where there are none.
 */
export function fillOrigins(nowMs: number, registries: Registries): Question | null {
  const sinceMs = nowMs - cacheMs('network');
  const asked = new Set(readQueriesSince(ORIGINS_HOST, sinceMs).flatMap((query) => query.split(/\s+/)));
  const announced = buildPrefixTable(seenAnnouncedSince(sinceMs));
  const addresses = new Set<string>();
  for (const { address, server } of networksToAnnounce()) {
    if (addresses.size >= AT_ONCE) break;
    const text = formatAddress(address);
    const teller = findRow(registries, server);
    if (asked.has(text) || announced.findAddress(address) !== null) continue;
    if (teller && mayAsk(address, teller, registries)) addresses.add(text);
  }
  return addresses.size === 0 ? null : { ...QUESTION, key: [...addresses].join(' ') };
}

/** What a registry at the site's own address tells is nobody else's business. */
function mayAsk(about: Address, teller: ServerRow | RdapRow, { whois }: Registries): boolean {
  const row = allowedReferral(whois, ORIGINS_HOST, about);
  return row !== null && (teller.address === null || row.address !== null);
}
