import { type Address, addressToRange, parsePrefix, prefixToRange, rangeContains, specialPurpose } from '@/lib/model';
import { parseOverrides } from './overrides';
import { RDAP_SERVERS } from './rdap-servers';
import { SERVERS, type ServerRow, unknownServer } from './servers';

/** The whois servers by host name (lower case). It is also the list of hosts we may be referred to. */
export type Directory = ReadonlyMap<string, ServerRow>;

export const IANA = 'whois.iana.org';

/**
 * The directory with the site's own rows: each key of `overrides` is a host, each value the columns that
 * differ (the JSON of RINGLEADER_REGISTRIES). A host we do not know becomes a row of its own. Only such
 * a row can lead to a loopback or private address. Rows of RDAP servers are createRdapDirectory's.
 * @throws UserError `bad-input` that names the host and the column.
 */
export function createDirectory(overrides: unknown = {}): Directory {
  const directory = new Map(SERVERS.map((row) => [row.host, row]));
  for (const [host, { rdap, ...columns }] of parseOverrides(overrides)) {
    if (rdap !== undefined || RDAP_SERVERS.some((row) => row.host === host)) continue;
    directory.set(host, { ...(directory.get(host) ?? unknownServer(host)), ...columns, overridden: true });
  }
  return directory;
}

/** Whom to ask first, and why. */
export interface ServerChoice {
  host: string;
  via: 'prefix' | 'iana' | 'override';
}

/**
 * Which registry is asked about an address: the row whose prefixes match, else IANA (whose referral is
 * then followed). Special-purpose addresses (documentation, benchmark, private …) have no registry on
 * the internet: only rows of RINGLEADER_REGISTRIES answer for them, IANA's if that is one of them.
 * @returns null where there is nobody to ask.
 */
export function chooseServer(directory: Directory, address: Address): ServerChoice | null {
  const special = isSpecial(address);
  const matching = rowByPrefix(directory, address, special);
  if (matching) return { host: matching.host, via: 'prefix' };
  const iana = directory.get(IANA);
  if (iana && (!special || iana.overridden)) return { host: iana.host, via: 'iana' };
  return overrideServer(directory, address);
}

/**
 * The site's own row that answers where neither a prefix nor IANA leads on: the first overridden row
 * that takes any address.
 * @returns null where the site has none.
 */
export function overrideServer(directory: Directory, address: Address): ServerChoice | null {
  const row =
    rowByPrefix(directory, address, true) ??
    [...directory.values()].find(
      (candidate) =>
        candidate.overridden &&
        candidate.host !== IANA &&
        candidate.prefixes.length === 0 &&
        candidate.questions.address !== null,
    );
  return row ? { host: row.host, via: 'override' } : null;
}

/**
 * The row of a host another registry refers to, or null where it is not in the directory: then it is
 * not asked. With `address`, a special-purpose one, only overridden rows are allowed. At most three
 * hops are the caller's to count.
 */
export function allowedReferral(directory: Directory, referral: string, address?: Address): ServerRow | null {
  const row = directory.get(referral.toLowerCase());
  if (!row) return null;
  return address && isSpecial(address) && !row.overridden ? null : row;
}

function isSpecial(address: Address): boolean {
  return specialPurpose(addressToRange(address)) !== null;
}

function rowByPrefix(directory: Directory, address: Address, onlyOverridden: boolean): ServerRow | undefined {
  const range = addressToRange(address);
  return [...directory.values()].find(
    (row) =>
      (row.overridden || !onlyOverridden) &&
      row.questions.address !== null &&
      row.prefixes.some((text) => {
        const prefix = parsePrefix(text);
        return prefix !== null && rangeContains(prefixToRange(prefix), range);
      }),
  );
}
