import { all } from '../../connection';
import { RECORD_BITS } from '../../raw-blocks';
import { at, type Columns } from './columns';
import { KIND_TEXTS, type KindRow, readKinds } from './masks';
import { type Owners, readOwners } from './owners';

/** By what events are grouped: what is behind each is one of its values. The names are the filter's fields. */
export const DIMENSIONS = [
  'operator',
  'org',
  'net',
  'country',
  'ip',
  'template',
  'recipient',
  'stage',
  'action',
  'code',
  'dsn',
  'dnsbl',
  'server',
  'upload',
] as const;
export type DimensionName = (typeof DIMENSIONS)[number];

/** A value as it is shown, and as it stands in a filter's term. */
export interface DimensionValue {
  label: string;
  value: string;
}

/** How events come to groups: through an id of theirs. Group 0 is "none". */
export interface Dimension {
  /** The id of the event at a place in the columns. */
  column: Uint32Array;
  /** Bits that each id is shifted by first: ids of events lead to blocks. */
  shift: number;
  /** The group of each id; null where the id is the group. */
  groups: Uint32Array | null;
  name(groups: readonly number[]): Map<number, DimensionValue>;
}

const OWNED = { operator: 'operator', org: 'organisation', net: 'network', country: 'country' } as const;

/** The names of groups that are rows of a table; each row's `id` is among `?`, a JSON array. */
const NAMES = {
  operator: `SELECT id, name AS label, '#' || publicId AS value FROM Operator`,
  org: `SELECT id, name AS label, '#' || id AS value FROM Organisation`,
  net: `SELECT id, text || coalesce(' ' || name, '') AS label, '#' || id AS value FROM Network`,
  ip: 'SELECT id, text AS label, text AS value FROM Address',
  template: `SELECT id, pattern AS label, '#' || id AS value FROM Template`,
  recipient: 'SELECT id, text AS label, text AS value FROM Recipient',
  upload: `SELECT id, name AS label, '#' || publicId AS value FROM Upload`,
} as const;

/** How the events of the columns come to the groups of a dimension. */
export function readDimension(name: DimensionName, columns: Columns): Dimension {
  switch (name) {
    case 'operator':
    case 'org':
    case 'net':
      return { column: columns.addresses, shift: 0, groups: readOwners()[OWNED[name]], name: rowNames(NAMES[name]) };
    case 'country':
      return countryDimension(columns, readOwners());
    case 'ip':
      return { column: columns.addresses, shift: 0, groups: null, name: rowNames(NAMES.ip) };
    case 'template':
      return { column: columns.templates, shift: 0, groups: null, name: rowNames(NAMES.template) };
    case 'recipient':
      return { column: columns.recipients, shift: 0, groups: null, name: rowNames(NAMES.recipient) };
    case 'upload':
      return { column: columns.ids, shift: RECORD_BITS, groups: readBlocks(), name: rowNames(NAMES.upload) };
    default:
      return kindDimension(columns, name === 'code' ? codeOf : KIND_TEXTS[name]);
  }
}

/** The group of the event at a place in the columns. */
export function groupingOf({ column, shift, groups }: Dimension): (place: number) => number {
  return (place) => {
    const id = at(column, place) >>> shift;
    return groups === null ? id : at(groups, id);
  };
}

const rowNames =
  (select: string) =>
  (groups: readonly number[]): Map<number, DimensionValue> =>
    new Map(
      all<DimensionValue & { id: number }>(
        `${select} WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(groups),
      ).map(({ id, label, value }) => [id, { label, value }]),
    );

const textNames =
  (texts: readonly string[]) =>
  (groups: readonly number[]): Map<number, DimensionValue> =>
    new Map(groups.map((group) => [group, { label: texts[group] ?? '', value: texts[group] ?? '' }]));

function countryDimension({ addresses }: Columns, { country, countries }: Owners): Dimension {
  return { column: addresses, shift: 0, groups: country, name: textNames(countries) };
}

const codeOf = ({ code }: KindRow): string | null => code?.toString() ?? null;

function kindDimension({ kinds }: Columns, valueOf: (kind: KindRow) => string | null): Dimension {
  const rows = readKinds();
  const groups = new Uint32Array(Math.max(0, ...rows.map(({ id }) => id)) + 1);
  const texts = [''];
  const known = new Map<string, number>();
  for (const row of rows) {
    const text = valueOf(row);
    if (text === null) continue;
    const group = known.get(text) ?? texts.push(text) - 1;
    known.set(text, group);
    groups[row.id] = group;
  }
  return { column: kinds, shift: 0, groups, name: textNames(texts) };
}

/** The upload of each block. */
function readBlocks(): Uint32Array {
  const rows = all<{ id: number; uploadId: number }>('SELECT id, uploadId FROM RawBlock');
  const groups = new Uint32Array((rows.at(-1)?.id ?? 0) + 1);
  for (const { id, uploadId } of rows) groups[id] = uploadId;
  return groups;
}
