import { parseFilter } from '@/lib/filter';
import { all } from '../connection';
import { countEvents, explore } from './explore';
import { HELD } from './held-networks';

/** The networks of each operator that nobody rejected. */
const NOT_REJECTED = `SELECT h.operatorId, h.networkId FROM (${HELD}) h JOIN Operator o ON o.id = h.operatorId AND coalesce(o.verdict, '') <> 'rejected'`;

/** How much of an upload belongs to operators that nobody has rejected. */
export async function readUploadOperators(publicId: string): Promise<{ events: number; operators: number }> {
  const { matches } = await explore(parseFilter(`upload:#${publicId}`).filter, 0, { whole: true });
  const events = countEvents(matches, 'net');
  const networks = new Map<number, number>();
  const operators = new Set<number>();
  for (const { operatorId, networkId } of all<{ operatorId: number; networkId: number }>(NOT_REJECTED)) {
    const own = events[networkId] ?? 0;
    if (own === 0) continue;
    operators.add(operatorId);
    networks.set(networkId, own);
  }
  return { events: [...networks.values()].reduce((sum, own) => sum + own, 0), operators: operators.size };
}
