import { countPersonal } from '@/lib/db/write/lane-days';
import type { RdapRow, ServerRow } from '@/lib/registry';
import type { Registries } from './find-way';

/** Personal entries a registry gives one address a day, and how many of today's (UTC) are left. */
export interface Budget {
  limit: number;
  left: number;
}

/** The day's budget of a server's registry, which counts over all of its servers; null where no number is known. */
export function personalBudget(
  { registry, personalPerDay: limit }: ServerRow | RdapRow,
  nowMs: number,
  { whois, rdap }: Registries,
): Budget | null {
  if (limit === null) return null;
  const rows = [...whois.values(), ...rdap.values()].filter((row) => row.registry === registry);
  const hosts = rows.map(({ host }) => host);
  return { limit, left: Math.max(0, limit - countPersonal(hosts, nowMs)) };
}
