import { all, prepare } from '../connection';
import type { Kind } from '../kind';
import { Kinds } from './interns';

/** Notes which block list named the clients of events, by the events' ids. Use inside a transaction. */
export function setEventLists(lists: ReadonlyMap<number, string>): void {
  if (lists.size === 0) return;
  const kinds = new Kinds();
  const known = new Map(all<Kind & { id: number }>('SELECT * FROM Kind').map((kind) => [kind.id, kind]));
  const select = prepare('SELECT kindId FROM Event WHERE id = ?').pluck();
  const update = prepare('UPDATE Event SET kindId = ? WHERE id = ?');
  for (const [id, dnsbl] of lists) {
    const kind = known.get(Number(select.get(id)));
    // An event that was removed meanwhile has none.
    if (kind) update.run(kinds.id({ ...kind, dnsbl }), id);
  }
}
