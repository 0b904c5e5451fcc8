/** MaxMind's database format, as MaxMind, IPinfo and DB-IP give it away. */
import { Reader } from 'mmdb-lib';
import { z } from 'zod';
import { formatAddress, formatRange, parseAddress, parseRange } from '@/lib/model';
import { type OfflineEntry, type OfflineSource, readAsn, readCountry, readName } from './facts';

/** What stands before the metadata, in the last 128 KiB of the file. */
const MARK = Buffer.from('\u00ab\u00cd\u00efMaxMind.com', 'latin1');
const METADATA_BYTES = 128 * 1024;

const Place = z.object({ iso_code: z.string() });
const Row = z.object({
  autonomous_system_number: z.number().optional().catch(undefined),
  autonomous_system_organization: z.string().optional().catch(undefined),
  asn: z.union([z.string(), z.number()]).optional().catch(undefined),
  as_name: z.string().optional().catch(undefined),
  organization: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  country_code: z.string().optional().catch(undefined),
  country: z.union([z.string(), Place]).optional().catch(undefined),
  registered_country: Place.optional().catch(undefined),
});

/** True where the bytes hold MaxMind's metadata. */
export function isMmdb(bytes: Buffer): boolean {
  return bytes.subarray(Math.max(0, bytes.length - METADATA_BYTES)).includes(MARK);
}

/**
 * Opens a database that is in memory.
 * @throws Error, and so may `find`, where its bytes are damaged.
 */
export function openMmdb(bytes: Buffer): OfflineSource {
  const reader = new Reader<never>(bytes);
  const { databaseType, buildEpoch, ipVersion } = reader.metadata;
  const builtMs = buildEpoch.getTime();
  return {
    content: String(databaseType).slice(0, 128),
    builtMs: Number.isFinite(builtMs) ? builtMs : null,
    networks: null,
    badLines: 0,
    find(text) {
      const address = parseAddress(text);
      if (!address || (address.family === 6 && ipVersion === 4)) return null;
      const plain = formatAddress(address);
      const [row, length]: [unknown, number] = reader.getWithPrefixLength(plain);
      const entry = readRow(row);
      const range = parseRange(`${plain}/${length}`);
      return entry && { ...entry, network: range ? formatRange(range) : plain };
    },
  };
}

function readRow(row: unknown): OfflineEntry | null {
  const parsed = Row.safeParse(row);
  if (!parsed.success) return null;
  const { autonomous_system_number, asn, country, country_code, registered_country, ...names } = parsed.data;
  const place =
    country_code ?? (typeof country === 'string' ? country : country?.iso_code) ?? registered_country?.iso_code;
  const entry = {
    asn: readAsn(String(autonomous_system_number ?? asn ?? '')),
    organisation: readName(
      names.autonomous_system_organization ?? names.as_name ?? names.organization ?? names.name ?? '',
    ),
    country: readCountry(place ?? ''),
  };
  return entry.asn === null && entry.organisation === null && entry.country === null ? null : entry;
}
