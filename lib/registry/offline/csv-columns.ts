import { parseAddress, parseRange } from '@/lib/model';

/** Where each thing stands in a row; -1: nowhere. `network`, or `start` and `end`, is always there. */
export interface Columns {
  network: number;
  start: number;
  end: number;
  asn: number;
  organisation: number;
  country: number;
}

/** The names files give them, the better one first. */
const NAMES: Readonly<Record<keyof Columns, readonly string[]>> = {
  network: ['network', 'prefix', 'cidr', 'subnet', 'ip_range'],
  start: ['start_ip', 'range_start', 'ip_start', 'first_ip', 'ip_from', 'start'],
  end: ['end_ip', 'range_end', 'ip_end', 'last_ip', 'ip_to', 'end'],
  asn: ['asn', 'autonomous_system_number', 'as_number', 'as'],
  organisation: [
    'organisation',
    'organization',
    'autonomous_system_organization',
    'as_name',
    'as_description',
    'org',
    'name',
  ],
  country: ['country_code', 'country_iso_code', 'cc', 'country'],
};

/** What parts the fields of a file, told by its first line. */
export function findSeparator(line: string): '\t' | ';' | ',' {
  if (line.includes('\t')) return '\t';
  return line.includes(';') && !line.includes(',') ? ';' : ',';
}

/**
 * Reads the names of columns.
 * @returns null where the row names no network.
 */
export function readHeader(fields: readonly string[]): Columns | null {
  const names = fields.map((field) => field.trim().toLowerCase().replaceAll(/[ -]/g, '_'));
  const find = (column: keyof Columns): number => {
    const name = NAMES[column].find((known) => names.includes(known));
    return name === undefined ? -1 : names.indexOf(name);
  };
  const columns = {
    network: find('network'),
    start: find('start'),
    end: find('end'),
    asn: find('asn'),
    organisation: find('organisation'),
    country: find('country'),
  };
  const known = columns.network >= 0 || (columns.start >= 0 && columns.end >= 0);
  const says = columns.asn >= 0 || columns.organisation >= 0 || columns.country >= 0;
  return known && says ? columns : null;
}

/**
 * The columns of a file without names, told by its first row: those of ip2asn (first address, last address, ASN,
 * country, description) or a network, ASN and organisation.
 * @returns null where it is neither.
 */
export function guessColumns(fields: readonly string[]): Columns | null {
  const [first = '', second = ''] = fields;
  if (fields.length >= 3 && parseAddress(first) && parseAddress(second))
    return {
      network: -1,
      start: 0,
      end: 1,
      asn: 2,
      country: fields.length > 3 ? 3 : -1,
      organisation: fields.length > 4 ? 4 : -1,
    };
  if (fields.length >= 2 && parseRange(first) && /^(?:AS)?\d+$/i.test(second.trim()))
    return {
      network: 0,
      start: -1,
      end: -1,
      asn: 1,
      organisation: fields.length > 2 ? 2 : -1,
      country: fields.length > 3 ? 3 : -1,
    };
  return null;
}
