import { type Address, addressToRange, parsePrefix, prefixToRange, rangeContains, specialPurpose } from '@/lib/model';
import { type Bootstrap, findBases } from './bootstrap';
import { parseOverrides, type Override } from './overrides';
import { RDAP_SERVERS, type RdapRow, unknownRdap } from './rdap-servers';

/** The RDAP servers by host name (lower case). It is also the list of hosts we may be redirected to. */
export type RdapDirectory = ReadonlyMap<string, RdapRow>;

/**
 * The RDAP servers with the site's own rows: those of `overrides` (the JSON of RINGLEADER_REGISTRIES) that name
 * an RDAP server we know, or have a column `rdap`, the base address of one.
 * @throws UserError `bad-input` that names the host and the column.
 */
export function createRdapDirectory(overrides: unknown = {}): RdapDirectory {
  const directory = new Map(RDAP_SERVERS.map((row) => [row.host, row]));
  for (const [host, columns] of parseOverrides(overrides)) {
    const known = directory.get(host);
    const base = columns.rdap ?? known?.base;
    if (base !== undefined) directory.set(host, overrideRow(known ?? unknownRdap(host, base), columns));
  }
  return directory;
}

function overrideRow(row: RdapRow, { rdap, address, minIntervalMs, perDay, prefixes, pivot }: Override): RdapRow {
  return {
    ...row,
    base: rdap ?? row.base,
    address: address ?? row.address,
    minIntervalMs: minIntervalMs ?? row.minIntervalMs,
    perDay: perDay ?? row.perDay,
    prefixes: prefixes ?? row.prefixes,
    pivot: pivot ?? row.pivot,
    overridden: true,
  };
}

/**
 * Which RDAP server is asked about an address: the site's own row whose prefixes match, else the one IANA's
 * bootstrap names, if it is in the directory. For special-purpose addresses, which nobody on the internet
 * answers for, only the site's own rows.
 * @returns null where there is nobody to ask.
 */
export function chooseRdap(directory: RdapDirectory, bootstrap: Bootstrap | null, address: Address): RdapRow | null {
  const range = addressToRange(address);
  const rows = [...directory.values()];
  const own = rows.find((row) =>
    row.prefixes.some((text) => {
      const prefix = parsePrefix(text);
      return prefix !== null && rangeContains(prefixToRange(prefix), range);
    }),
  );
  if (own) return own;
  if (!bootstrap || specialPurpose(range) !== null) return null;
  for (const base of findBases(bootstrap, address)) {
    const row = directory.get(new URL(base).hostname);
    if (row) return row;
  }
  return null;
}

/**
 * The row a redirect leads to: same scheme, host and port as one of ours, no user name. Plain HTTP only where
 * the site's own row says so.
 */
export function allowedRedirect(directory: RdapDirectory, url: URL): RdapRow | null {
  const row = directory.get(url.hostname);
  return row && url.origin === new URL(row.base).origin && url.username === '' && url.password === '' ? row : null;
}
