import type { UnparsedReason } from '@/lib/model';
import { all, one } from '../connection';
import { HELD } from './held-networks';

/** So many of a kind, the first ones by name. */
export interface NewKind<Id> {
  count: number;
  top: Array<{ id: Id; name: string }>;
}

/** What nobody had seen before this upload. */
export interface UploadNews {
  /** True where there was nothing before it, and so all of it is new. */
  first: boolean;
  addresses: NewKind<string>;
  templates: NewKind<number>;
  networks: NewKind<number>;
  organisations: NewKind<number>;
  operators: NewKind<string>;
}

interface Marks {
  first: number;
  addressesFrom: number;
  addressesTo: number;
  templatesFrom: number;
  templatesTo: number;
}

const TOP = 5;
/** The networks of new addresses none of whose addresses was seen before (?1, ?2: the new addresses' ids). */
const NEW_NETWORKS = `SELECT DISTINCT a.networkId AS id FROM Address a WHERE a.id > ?1 AND a.id <= ?2 AND a.networkId IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM Address o WHERE o.networkId = a.networkId AND o.id <= ?1 AND o.events > 0)`;

/**
 * What is new in an upload: addresses and templates are numbered in the order they were first seen, so those that it
 * brought first lie between two marks. Networks, organisations and operators are told by their addresses, as they are
 * known now: a registry may answer long after the upload was read. Null while it is not read.
 */
export function readUploadNews(publicId: string): UploadNews | null {
  const marks = one<Marks>(
    `SELECT news ->> 'first' AS first, news ->> 'addressesFrom' AS addressesFrom, news ->> 'addressesTo' AS addressesTo,
       news ->> 'templatesFrom' AS templatesFrom, news ->> 'templatesTo' AS templatesTo
     FROM Upload WHERE publicId = ? AND news ->> 'addressesTo' IS NOT NULL AND news ->> 'addressesFrom' IS NOT NULL`,
    publicId,
  );
  if (!marks) return null;
  const range = [marks.addressesFrom, marks.addressesTo] as const;
  return {
    first: marks.first === 1,
    addresses: kind(
      'SELECT text AS id, text AS name FROM Address WHERE id > ?1 AND id <= ?2 AND events > 0',
      'ORDER BY events DESC',
      range,
    ),
    templates: kind(
      'SELECT id, pattern AS name FROM Template WHERE id > ?1 AND id <= ?2 AND variable = 1',
      'ORDER BY id',
      [marks.templatesFrom, marks.templatesTo],
    ),
    networks: kind(
      `SELECT n.id, n.text AS name FROM Network n WHERE n.id IN (${NEW_NETWORKS})`,
      'ORDER BY firstBytes',
      range,
    ),
    organisations: kind(
      `SELECT o.id, o.name FROM Organisation o WHERE o.id IN (SELECT organisationId FROM Network WHERE id IN (${NEW_NETWORKS}))
         AND NOT EXISTS (SELECT 1 FROM Network n JOIN Address a ON a.networkId = n.id
           WHERE n.organisationId = o.id AND a.id <= ?1 AND a.events > 0)`,
      'ORDER BY name',
      range,
    ),
    operators: kind(
      `SELECT p.publicId AS id, p.name FROM Operator p WHERE p.current = 1 AND coalesce(p.verdict, '') <> 'rejected'
         AND EXISTS (SELECT 1 FROM (${HELD}) h WHERE h.operatorId = p.id AND h.networkId IN (${NEW_NETWORKS}))
         AND NOT EXISTS (SELECT 1 FROM (${HELD}) h JOIN Address a ON a.networkId = h.networkId
           WHERE h.operatorId = p.id AND a.id <= ?1 AND a.events > 0)`,
      'ORDER BY name',
      range,
    ),
  };
}

/** Both parts of the query are literals of this file. */
function kind<Id>(rows: string, order: string, range: readonly [number, number]): NewKind<Id> {
  return {
    count: one<{ n: number }>(`SELECT count(*) AS n FROM (${rows})`, ...range)?.n ?? 0,
    top: all(`${rows} ${order} LIMIT ${TOP}`, ...range),
  };
}

/** Lines that were not understood, by shape, and how many are of other shapes. */
export interface UnparsedShapes {
  groups: Array<{
    reason: UnparsedReason;
    shape: string;
    count: number;
    samples: Array<{ line: number; text: string }>;
  }>;
  total: number;
  others: number;
}

/** One page of the groups, the largest first; null where an upload was not grouped. */
export function readUnparsedShapes(
  publicId: string,
  { limit, offset }: { limit: number; offset: number },
): UnparsedShapes | null {
  const row = one<{ shapes: string | null }>('SELECT shapes FROM Upload WHERE publicId = ?', publicId);
  if (!row?.shapes) return null;
  const { groups, others } = JSON.parse(row.shapes) as Pick<UnparsedShapes, 'groups' | 'others'>;
  return { groups: groups.slice(offset, offset + limit), total: groups.length, others };
}
