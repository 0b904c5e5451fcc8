import { type Filter, splitGlob, type Term, type Value } from '@/lib/filter';
import { all, one } from '../../connection';
import type { Kind } from '../../kind';
import { rangeBytes } from '../../range-bytes';
import { HELD } from '../held-networks';
import { at } from './columns';
import { readOwners } from './owners';

/** Which ids of a table are wanted: 1 for those. Place 0, which stands for "none", is 0. */
export type Mask = Uint8Array;

/** Tables whose rows are chosen: those that the columns point to, and networks. */
type Table = 'Address' | 'Kind' | 'Template' | 'Recipient' | 'Network';

const LARGEST: Readonly<Record<Table, string>> = {
  Address: 'SELECT max(id) AS id FROM Address',
  Kind: 'SELECT max(id) AS id FROM Kind',
  Template: 'SELECT max(id) AS id FROM Template',
  Recipient: 'SELECT max(id) AS id FROM Recipient',
  Network: 'SELECT max(id) AS id FROM Network',
};

/** A mask of a table, all 0. Rows made later lie behind its end, and so are not wanted. */
export function emptyMask(table: Table): Mask {
  return new Uint8Array((one<{ id: number | null }>(LARGEST[table])?.id ?? 0) + 1);
}

/** Sets what a query's `id` column gives. */
function setIds(mask: Mask, text: string, ...params: unknown[]): void {
  for (const { id } of all<{ id: number }>(text, ...params)) mask[id] = 1;
}

/** A glob as a pattern of LIKE … ESCAPE '\\'. */
export function likePattern(glob: string): string {
  return splitGlob(glob)
    .map((piece) => piece.replace(/[\\%_]/g, '\\$&'))
    .join('%');
}

const BY_OPERATOR = `SELECT h.networkId AS id FROM (${HELD}) h JOIN Operator p ON p.id = h.operatorId`;
const BY_CONTACT = `SELECT nc.networkId AS id FROM Contact c JOIN NetworkContact nc ON nc.contactId = c.id`;
const LIKE = "LIKE ? ESCAPE '\\'";

type Queries = Readonly<Partial<Record<Term['field'], Partial<Record<Value['kind'], string>>>>>;

/** How a value of a field about addresses is looked up; the value is each `?`. */
const ADDRESSES: Queries = {
  ip: { range: 'SELECT id FROM Address WHERE bytes BETWEEN ? AND ?' },
  asn: {
    numbers: `SELECT a.id FROM Announcement s JOIN Address a ON a.bytes BETWEEN s.firstBytes AND s.lastBytes WHERE s.asn BETWEEN ? AND ?`,
  },
};

/** The same of who is behind an address: by the networks. */
const NETWORKS: Queries = {
  net: {
    range: `SELECT id FROM Network WHERE firstBytes = ? AND lastBytes = ?`,
    id: `SELECT id FROM Network WHERE id = ?`,
    glob: `SELECT id FROM Network WHERE name ${LIKE}`,
  },
  org: {
    id: `SELECT id FROM Network WHERE organisationId = ?`,
    glob: `SELECT id FROM Network WHERE organisationId IN (SELECT id FROM Organisation WHERE name ${LIKE} OR handle ${LIKE})`,
  },
  operator: { id: `${BY_OPERATOR} WHERE p.publicId = ?`, glob: `${BY_OPERATOR} WHERE p.name ${LIKE}` },
  contact: { id: `${BY_CONTACT} WHERE c.id = ?`, glob: `${BY_CONTACT} WHERE c.handle ${LIKE}` },
  country: { glob: `SELECT id FROM Network WHERE country ${LIKE}` },
  registry: { glob: `SELECT id FROM Network WHERE registry ${LIKE}` },
};

/** The addresses that a term's values name, whether it is negated or not. Null for a field that is not about addresses. */
export function addressMask({ field, values }: Term): Mask | null {
  const ofNetworks = NETWORKS[field];
  const queries = ofNetworks ?? ADDRESSES[field];
  if (!queries) return null;
  const mask = emptyMask(ofNetworks ? 'Network' : 'Address');
  for (const value of values) {
    const query = queries[value.kind];
    if (query !== undefined) setIds(mask, query, ...repeat(paramsOf(value), query.split('?').length - 1));
  }
  return ofNetworks ? ownedBy('network', (network) => mask[network] === 1) : mask;
}

/** Fields of which events say all there is to know; of the others, what the registries or people say changes the answer. */
const OF_EVENTS = new Set<Term['field']>([
  ...['ip', 'sender', 'template', 'recipient', 'stage', 'action', 'code', 'dsn', 'dnsbl', 'server', 'text'],
  'upload',
  ...['after', 'before', 'on', 'hour', 'weekday'],
] as const);

/** True where a filter finds the same as long as no event comes or goes. */
export const isOfEvents = ({ terms }: Filter): boolean => terms.every(({ field }) => OF_EVENTS.has(field));

function paramsOf(value: Value): unknown[] {
  switch (value.kind) {
    case 'range':
      return rangeBytes(value.range);
    case 'numbers':
      return [value.first, value.last];
    case 'glob':
      return [likePattern(value.text)];
    case 'id':
      // Ids of tables are numbers: a text never equals one.
      return [/^\d{1,15}$/.test(value.id) ? Number(value.id) : value.id];
    default:
      return [value.ms];
  }
}

const repeat = (params: unknown[], times: number): unknown[] =>
  Array.from({ length: times }, (_, i) => params[i % params.length]);

/** Recipients by their text, or by the service they were given to. */
export function recipientMask(column: 'text' | 'service', globs: readonly string[]): Mask {
  const mask = emptyMask('Recipient');
  for (const glob of globs) {
    if (column === 'service') setIds(mask, `SELECT id FROM Recipient WHERE service ${LIKE}`, likePattern(glob));
    // Kept in lower case: one that is named whole is found by its index.
    else if (/[*\\]/.test(glob)) setIds(mask, `SELECT id FROM Recipient WHERE text ${LIKE}`, likePattern(glob));
    else setIds(mask, 'SELECT id FROM Recipient WHERE text = ?', glob.toLowerCase());
  }
  return mask;
}

/** Addresses whose owner is known. */
export function ownedMask(): Mask {
  return ownedBy('organisation', (organisation) => organisation > 0);
}

/** Addresses whose owner is wanted. */
function ownedBy(who: 'network' | 'organisation', isWanted: (id: number) => boolean): Mask {
  const owners = readOwners()[who];
  const mask = new Uint8Array(owners.length);
  for (let address = 1; address < owners.length; address++) if (isWanted(at(owners, address))) mask[address] = 1;
  return mask;
}

/** Templates with parts that differ from sender to sender. */
export function variableMask(): Mask {
  const mask = emptyMask('Template');
  setIds(mask, 'SELECT id FROM Template WHERE variable = 1');
  return mask;
}

/** Addresses whose text contains it. */
export function addressTextMask(text: string): Mask {
  const mask = emptyMask('Address');
  setIds(mask, `SELECT id FROM Address WHERE text ${LIKE}`, `%${likePattern(text)}%`);
  return mask;
}

/** What kinds of refusal there are. */
export interface KindRow extends Omit<Kind, 'assumed'> {
  id: number;
}

/** The fields of the filter that are texts of a kind, each with that text. */
export type KindText = 'stage' | 'action' | 'dsn' | 'dnsbl' | 'server';
export const KIND_TEXTS: Readonly<Record<KindText, (kind: KindRow) => string | null>> = {
  stage: ({ stage }) => stage,
  action: ({ action }) => action,
  dsn: ({ dsn }) => dsn,
  dnsbl: ({ dnsbl }) => dnsbl,
  server: ({ format }) => format,
};

export function readKinds(): KindRow[] {
  return all<KindRow>('SELECT id, format, action, stage, code, dsn, dnsbl, utcOffsetMinutes FROM Kind');
}

/** Blocks of raw lines, by the uploads that are named; the mask's places are block ids. */
export function blockMask({ values }: Term): Mask {
  const mask = new Uint8Array((one<{ id: number | null }>('SELECT max(id) AS id FROM RawBlock')?.id ?? 0) + 1);
  for (const value of values) {
    if (value.kind === 'id') {
      setIds(mask, 'SELECT b.id FROM Upload u JOIN RawBlock b ON b.uploadId = u.id WHERE u.publicId = ?', value.id);
    } else if (value.kind === 'glob') {
      const query = `SELECT b.id FROM Upload u JOIN RawBlock b ON b.uploadId = u.id WHERE u.name ${LIKE}`;
      setIds(mask, query, likePattern(value.text));
    }
  }
  return mask;
}

/** The values of a term that are text to be compared. */
export function globsOf({ values }: Filter['terms'][number]): string[] {
  return values.flatMap((value) => (value.kind === 'glob' ? [value.text] : []));
}
