import { all } from '../connection';
import { explore, readMail } from './explore';
import { HELD } from './held-networks';

/** A service that addresses were given to, and who writes to them now. */
export interface LeakedService {
  service: string;
  recipients: string[];
  events: number;
  firstMs: number | null;
  utcOffsetMinutes: number;
  /** Those with most refusals first; so are the operators. */
  organisations: Array<{ id: number; name: string }>;
  operators: Array<{ publicId: string; name: string }>;
}

/** Whoever holds a network. */
type Holders<T> = Map<number, T[]>;

const ORGANISATIONS = `SELECT n.id AS networkId, o.id, o.name FROM json_each(?) j JOIN Network n ON n.id = j.value
  JOIN Organisation o ON o.id = n.organisationId`;
const OPERATORS = `SELECT h.networkId, p.publicId, p.name FROM json_each(?) j JOIN (${HELD}) h ON h.networkId = j.value
  JOIN Operator p ON p.id = h.operatorId AND coalesce(p.verdict, '') <> 'rejected'`;
const FIRSTS = `SELECT e.id, e.timeMs, k.utcOffsetMinutes FROM json_each(?) j JOIN Event e ON e.id = j.value JOIN Kind k ON k.id = e.kindId`;

/** Services with named addresses, those written to most first. */
export async function readServices(): Promise<LeakedService[]> {
  const services = new Map<string, { ids: number[]; texts: string[] }>();
  for (const { id, text, service } of all<{ id: number; text: string; service: string }>(
    'SELECT id, text, service FROM Recipient WHERE service IS NOT NULL ORDER BY text',
  )) {
    const known = services.get(service) ?? { ids: [], texts: [] };
    services.set(service, known);
    known.ids.push(id);
    known.texts.push(text);
  }
  if (services.size === 0) return [];
  const { matches } = await explore({ terms: [] }, 0, { whole: true });
  const mail = readMail(
    matches,
    [...services.values()].map(({ ids }) => ids),
  );
  const networksOfAll = new Set(mail.flatMap(({ networks }) => [...networks.keys()]));
  const organisations = readHolders<LeakedService['organisations'][number]>(ORGANISATIONS, networksOfAll);
  const operators = readHolders<LeakedService['operators'][number]>(OPERATORS, networksOfAll);
  const firstIds = mail.map(({ first }) => matches.columns.ids[first] ?? 0);
  const firsts = new Map(
    all<{ id: number; timeMs: number; utcOffsetMinutes: number }>(FIRSTS, JSON.stringify(firstIds)).map((row) => [
      row.id,
      row,
    ]),
  );
  return [...services]
    .map(([service, { texts }], index): LeakedService => {
      const { events, networks } = mail[index] ?? { events: 0, networks: new Map<number, number>() };
      const first = firsts.get(firstIds[index] ?? 0);
      return {
        service,
        recipients: texts,
        events,
        firstMs: first?.timeMs ?? null,
        utcOffsetMinutes: first?.utcOffsetMinutes ?? 0,
        organisations: rank(networks, organisations, ({ id }) => id).map(({ id, name }) => ({ id, name })),
        operators: rank(networks, operators, ({ publicId }) => publicId).map(({ publicId, name }) => ({
          publicId,
          name,
        })),
      };
    })
    .sort((a, b) => b.events - a.events || (a.service < b.service ? -1 : 1));
}

function readHolders<T>(query: string, networks: ReadonlySet<number>): Holders<T> {
  const holders: Holders<T> = new Map();
  for (const row of all<T & { networkId: number }>(query, JSON.stringify([...networks]))) {
    const others = holders.get(row.networkId) ?? [];
    others.push(row);
    holders.set(row.networkId, others);
  }
  return holders;
}

/** Whoever holds the networks, each once, those with most refusals first. */
function rank<T>(networks: ReadonlyMap<number, number>, holders: Holders<T>, keyOf: (holder: T) => unknown): T[] {
  const sums = new Map<unknown, { holder: T; events: number }>();
  for (const [network, events] of networks) {
    for (const holder of holders.get(network) ?? []) {
      const known = sums.get(keyOf(holder)) ?? { holder, events: 0 };
      sums.set(keyOf(holder), known);
      known.events += events;
    }
  }
  return [...sums.values()].sort((a, b) => b.events - a.events).map(({ holder }) => holder);
}
