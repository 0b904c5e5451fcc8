import { type Origin, readAcceptedClients, readAcceptedShare } from '@/lib/db/read/sightings';
import { acceptedState, parseRange } from '@/lib/model';
import { placeClients } from '../place-clients';

/** Accepted clients shown; their number is said. */
const MOST_CLIENTS = 200;

/** What is known by now of mail that was accepted from these prefixes. */
export function loadAccepted(prefixes: readonly string[], origin: Origin) {
  const networks = prefixes.flatMap((text) => {
    const range = parseRange(text);
    return range ? [{ text, range }] : [];
  });
  const ranges = networks.map(({ range }) => range);
  const share = readAcceptedShare(ranges, origin);
  const clients =
    acceptedState(share) === 'some' ? placeClients(readAcceptedClients(ranges, origin, MOST_CLIENTS), networks) : [];
  return { share, clients };
}
