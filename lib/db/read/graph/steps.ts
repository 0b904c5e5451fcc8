import type { EntityKind, GraphEdge } from '@/lib/model';
import { all } from '../../connection';
import { type Matches, readPairs, variableMask } from '../explore';

export type Key = string | number;

/** Of one network or template, the addresses with most refusals; of one holder or contact, its networks. */
const MOST_ADDRESSES = 60;
const MOST_NETWORKS = 200;
/** Of one address, the templates it used most. */
const MOST_TEMPLATES = 60;

/** What was asked of and what was found. */
export interface Tie {
  a: Key;
  b: Key;
  pasted: boolean;
}

/** Ties of some entities; `whole` is false where not all of them could be asked. */
export interface Ties {
  ties: Tie[];
  whole: boolean;
}

/** From which kind to which, by which relation, and whether the question's side is its beginning. */
export interface Step {
  from: EntityKind;
  to: EntityKind;
  relation: GraphEdge['relation'];
  forward: boolean;
  find(keys: readonly Key[], all: Matches): Ties;
}

/** By a query: `?1` is a JSON list of keys; it selects `a` (asked), `b` (found), `pasted`. */
const bySql =
  (sql: string) =>
  (keys: readonly Key[]): Ties => ({
    ties: all<{ a: Key; b: Key; pasted: number }>(sql, JSON.stringify(keys)).map(({ a, b, pasted: isPasted }) => ({
      a,
      b,
      pasted: isPasted === 1,
    })),
    whole: true,
  });

/** By what occurs together in refusals, of which there may be any number: these are counted in memory. */
const bySender =
  (from: 'address' | 'template') =>
  (keys: readonly Key[], matches: Matches): Ties => {
    const ids = keys.filter((key) => typeof key === 'number');
    const { pairs, whole } =
      from === 'address'
        ? readPairs(matches, ['addresses', 'templates'], ids, variableMask(), MOST_TEMPLATES)
        : readPairs(matches, ['templates', 'addresses'], ids, null, MOST_ADDRESSES);
    return { ties: pairs.map(({ asked, other }) => ({ a: asked, b: other, pasted: false })), whole };
  };

const PASTED = `(SELECT source = 'pasted' FROM Answer WHERE id = %)`;
const pasted = (column: string): string => PASTED.replace('%', column);
const KEYS = '(SELECT value FROM json_each(?1))';
/** The first `most` rows of each asked entity, in the order given. */
const top = (most: number, order: string, sql: string): string =>
  `SELECT a, b, pasted FROM (SELECT *, row_number() OVER (PARTITION BY a ORDER BY ${order}) AS nth FROM (${sql})) WHERE nth <= ${most}`;

/** SQL: refusals of network `n`. */
export const EVENTS_OF_NETWORK = '(SELECT coalesce(sum(events), 0) FROM Address WHERE networkId = n.id)';
const NAMING = (asked: 'networkId' | 'contactId', found: 'networkId' | 'contactId', role: '=' | '<>'): string =>
  `SELECT nc.${asked} AS a, nc.${found} AS b, min(${pasted('nc.answerId')}) AS pasted, ${EVENTS_OF_NETWORK} AS events
   FROM NetworkContact nc JOIN Network n ON n.id = nc.networkId WHERE nc.${asked} IN ${KEYS} AND nc.role ${role} 'referred' GROUP BY 1, 2`;

/** All ways from one entity to others. */
export const STEPS: readonly Step[] = [
  {
    from: 'address',
    to: 'network',
    relation: 'lies-in',
    forward: true,
    find: bySql(
      `SELECT d.id AS a, n.id AS b, ${pasted('n.answerId')} AS pasted FROM Address d JOIN Network n ON n.id = d.networkId WHERE d.id IN ${KEYS}`,
    ),
  },
  {
    from: 'network',
    to: 'address',
    relation: 'lies-in',
    forward: false,
    find: bySql(
      top(
        MOST_ADDRESSES,
        'events DESC, b',
        `SELECT d.networkId AS a, d.id AS b, ${pasted('n.answerId')} AS pasted, d.events FROM Address d JOIN Network n ON n.id = d.networkId
         WHERE d.networkId IN ${KEYS} AND d.events > 0`,
      ),
    ),
  },
  {
    from: 'network',
    to: 'organisation',
    relation: 'held-by',
    forward: true,
    find: bySql(
      `SELECT n.id AS a, n.organisationId AS b, ${pasted('n.answerId')} AS pasted FROM Network n
       WHERE n.id IN ${KEYS} AND n.organisationId IS NOT NULL`,
    ),
  },
  {
    from: 'organisation',
    to: 'network',
    relation: 'held-by',
    forward: false,
    find: bySql(
      top(
        MOST_NETWORKS,
        'events DESC, b',
        `SELECT n.organisationId AS a, n.id AS b, ${pasted('n.answerId')} AS pasted, ${EVENTS_OF_NETWORK} AS events FROM Network n WHERE n.organisationId IN ${KEYS}`,
      ),
    ),
  },
  {
    from: 'network',
    to: 'contact',
    relation: 'names',
    forward: true,
    find: bySql(NAMING('networkId', 'contactId', '<>')),
  },
  {
    from: 'network',
    to: 'contact',
    relation: 'referred',
    forward: false,
    find: bySql(NAMING('networkId', 'contactId', '=')),
  },
  {
    from: 'contact',
    to: 'network',
    relation: 'names',
    forward: false,
    find: bySql(top(MOST_NETWORKS, 'events DESC, b', NAMING('contactId', 'networkId', '<>'))),
  },
  {
    from: 'contact',
    to: 'network',
    relation: 'referred',
    forward: true,
    find: bySql(top(MOST_NETWORKS, 'events DESC, b', NAMING('contactId', 'networkId', '='))),
  },
  {
    from: 'contact',
    to: 'phone',
    relation: 'has-phone',
    forward: true,
    // A registrar's number shown in place of the holder's ties nobody to anybody.
    find: bySql(
      `SELECT c.id AS a, c.phoneE164 AS b, ${pasted('c.answerId')} AS pasted FROM Contact c
       WHERE c.id IN ${KEYS} AND c.phoneE164 IS NOT NULL AND c.proxy = 0`,
    ),
  },
  {
    from: 'phone',
    to: 'contact',
    relation: 'has-phone',
    forward: false,
    find: bySql(
      top(
        MOST_NETWORKS,
        'b',
        `SELECT c.phoneE164 AS a, c.id AS b, ${pasted('c.answerId')} AS pasted FROM Contact c WHERE c.phoneE164 IN ${KEYS} AND c.proxy = 0`,
      ),
    ),
  },
  { from: 'address', to: 'template', relation: 'sent', forward: false, find: bySender('address') },
  { from: 'template', to: 'address', relation: 'sent', forward: true, find: bySender('template') },
];
