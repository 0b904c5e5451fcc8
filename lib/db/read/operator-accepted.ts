import { type AcceptedShare, addressFromBytes, type AddressRange } from '@/lib/model';
import { all, one } from '../connection';
import { NETWORKS } from './operators';
import { type Origin, readAcceptedMail, readAcceptedShare } from './sightings';

/**
 * How much of the accepted mail came from an operator's networks, by its public id.
 * @param totals all accepted mail by origin, filled as it is read: hand in one map for several operators
 */
export function readOperatorAccepted(publicId: string, totals = new Map<Origin, number>()): AcceptedShare {
  const operator = one<{ id: number; origin: Origin }>('SELECT id, origin FROM Operator WHERE publicId = ?', publicId);
  if (!operator) return { total: 0, messages: 0, addresses: 0, lastMs: null };
  const ranges = all<{ firstBytes: Buffer; lastBytes: Buffer }>(
    `SELECT firstBytes, lastBytes FROM Network WHERE id IN (${NETWORKS})`,
    operator.id,
  ).map(({ firstBytes, lastBytes }): AddressRange => {
    const { family, value } = addressFromBytes(firstBytes);
    return { family, first: value, last: addressFromBytes(lastBytes).value };
  });
  const total = totals.get(operator.origin) ?? readAcceptedMail(operator.origin).messages;
  totals.set(operator.origin, total);
  return readAcceptedShare(ranges, operator.origin, total);
}
