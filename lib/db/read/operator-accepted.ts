import { type AcceptedShare, addressFromBytes, type AddressRange } from '@/lib/model';
import { all, one } from '../connection';
import { NETWORKS } from './operators';
import { type Origin, readAcceptedShare } from './sightings';

/** How much of the accepted mail came from an operator's networks, by its public id. */
export function readOperatorAccepted(publicId: string): AcceptedShare {
  const operator = one<{ id: number; origin: Origin }>('SELECT id, origin FROM Operator WHERE publicId = ?', publicId);
  if (!operator) return { total: 0, messages: 0, addresses: 0, lastMs: null };
  const ranges = all<{ firstBytes: Buffer; lastBytes: Buffer }>(
    `SELECT firstBytes, lastBytes FROM Network WHERE id IN (${NETWORKS})`,
    operator.id,
  ).map(({ firstBytes, lastBytes }): AddressRange => {
    const { family, value } = addressFromBytes(firstBytes);
    return { family, first: value, last: addressFromBytes(lastBytes).value };
  });
  return readAcceptedShare(ranges, operator.origin);
}
