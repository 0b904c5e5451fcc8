import {
  type AddressToAsk,
  addressesToAsk,
  countOpenQuestions,
  type FreshSince,
  networksToAskAgain,
  openNeighbourhoods,
} from '@/lib/db/read/questions';
import { dropCovered } from '@/lib/db/write/jobs';
import { type Address, parseAddress } from '@/lib/model';
import { chooseRdap, chooseServer } from '@/lib/registry';
import { cacheMs } from './cache-times';
import { enqueueQuestion, FIRST_QUESTION } from './enqueue-question';
import type { Registries } from './find-way';
import { type FindReferral, readReferrals } from './known-referrals';
import { readRegistries } from './settings';

/**
 * Questions about addresses that wait at one time. Registries answer one in seconds, and an answer often covers
 * many addresses: a longer queue would mostly hold questions nobody needs to ask any more.
 */
const HORIZON = 500;

/**
 * Fills the queue with questions about addresses of the user's logs whose owner is not known yet, or was asked long
 * ago and has refused mail since, those with most rejections first. Of addresses near each other one is asked, and
 * the others when its answer did not cover them. What an answer covered in the meantime is dropped unasked; an
 * address nobody on the internet answers for is left out.
 * @param endingKey the job that ends with this: it is in nobody's way any more.
 */
export function planQuestions(
  nowMs: number,
  registries: Registries = readRegistries(process.env),
  endingKey: string | null = null,
): void {
  dropCovered(FIRST_QUESTION);
  // A lane that stands still holds up no other: its questions do not count, and it gets no more of them.
  const lanes = countOpenQuestions(FIRST_QUESTION, nowMs);
  const stopped = new Set(lanes.filter((lane) => lane.stopped).map(({ lane }) => lane));
  const open = lanes.filter((lane) => !lane.stopped).reduce((sum, lane) => sum + lane.open, 0);
  if (open > HORIZON / 2) return;
  const since: FreshSince = {
    networkMs: nowMs - cacheMs('network'),
    negativeMs: nowMs - cacheMs('negative'),
  };
  const busy = openNeighbourhoods(endingKey);
  const findReferral = readReferrals(nowMs, registries.whois);
  const chosen: AddressToAsk[] = [];
  const choose = (candidates: Iterable<AddressToAsk>): void => {
    for (const candidate of candidates) {
      if (open + chosen.length >= HORIZON) return;
      const address = parseAddress(candidate.text);
      if (!address || busy.has(candidate.neighbourhood)) continue;
      const server = chooseFirst(address, registries, findReferral);
      if (server === null || stopped.has(server)) continue;
      busy.add(candidate.neighbourhood);
      chosen.push(candidate);
    }
  };
  choose(addressesToAsk(FIRST_QUESTION, since));
  choose(networksToAskAgain(FIRST_QUESTION, since));
  for (const { text, events } of chosen) planAddress(text, events, nowMs, registries, findReferral);
}

/**
 * Queues the question who holds an address; `weight` is the rejections behind it.
 * @param findReferral whom IANA sends us to is not asked anew for every address.
 * @returns false where nobody on the internet answers for it.
 */
export function planAddress(
  text: string,
  weight: number,
  nowMs: number,
  registries: Registries,
  findReferral: FindReferral = () => null,
): boolean {
  const address = parseAddress(text);
  const server = address && chooseFirst(address, registries, findReferral);
  if (server === null) return false;
  enqueueQuestion({ server, kind: 'address', key: text, depth: 0, asked: [] }, weight, nowMs);
  return true;
}

/** Who is asked first who holds an address; null where nobody on the internet answers for it. */
export function chooseFirst(
  address: Address,
  { whois, rdap }: Registries,
  findReferral: FindReferral = () => null,
): string | null {
  const byWhois = chooseServer(whois, address);
  if (byWhois?.via === 'prefix') return byWhois.host;
  // Only the site's own RDAP servers have prefixes; IANA's whois is asked about everything else.
  const byRdap = chooseRdap(rdap, null, address);
  if (byRdap) return byRdap.host;
  return (byWhois?.via === 'iana' ? findReferral(address) : null) ?? byWhois?.host ?? null;
}
