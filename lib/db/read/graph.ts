import type { EntityKind, GraphEdge, GraphNode } from '@/lib/model';
import { all, one } from '../connection';

/** Entities and what ties them, around one of them. */
export interface Relations {
  nodes: Array<Omit<GraphNode, 'hidden'>>;
  edges: GraphEdge[];
  /** True where there is more than was read. */
  capped: boolean;
}

/** Nodes read at most: far more than a person looks at, little enough for one request. */
const MOST_NODES = 1500;
/** Of one network or template, the addresses with most refusals; of one holder or contact, its networks. */
const MOST_ADDRESSES = 60;
const MOST_NETWORKS = 200;

/** How much a relation says about one hand behind two things; a sender can be forged, a registry entry less so. */
const WEIGHTS = { 'lies-in': 1, 'held-by': 1, names: 0.7, referred: 0.7, 'has-phone': 0.6, sent: 0.25 } as const;

type Key = string | number;
type Found = Record<EntityKind, Set<Key>>;
interface Tie {
  a: Key;
  b: Key;
  pasted: number;
}

/** From which kind to which, by which relation, and whether the question's side is its beginning. */
interface Step {
  from: EntityKind;
  to: EntityKind;
  relation: GraphEdge['relation'];
  forward: boolean;
  /** `?1` is a JSON list of keys; selects `a` (asked), `b` (found), `pasted`. */
  sql: string;
}

const PASTED = `(SELECT source = 'pasted' FROM Answer WHERE id = %)`;
const pasted = (column: string): string => PASTED.replace('%', column);
const KEYS = '(SELECT value FROM json_each(?1))';
/** The first `most` rows of each asked entity, in the order given. */
const top = (most: number, order: string, sql: string): string =>
  `SELECT a, b, pasted FROM (SELECT *, row_number() OVER (PARTITION BY a ORDER BY ${order}) AS nth FROM (${sql})) WHERE nth <= ${most}`;

const EVENTS_OF_NETWORK = '(SELECT coalesce(sum(events), 0) FROM Address WHERE networkId = n.id)';
const NAMING = (asked: 'networkId' | 'contactId', found: 'networkId' | 'contactId', role: '=' | '<>'): string =>
  `SELECT nc.${asked} AS a, nc.${found} AS b, min(${pasted('nc.answerId')}) AS pasted, ${EVENTS_OF_NETWORK} AS events
   FROM NetworkContact nc JOIN Network n ON n.id = nc.networkId WHERE nc.${asked} IN ${KEYS} AND nc.role ${role} 'referred' GROUP BY 1, 2`;

const STEPS: readonly Step[] = [
  {
    from: 'address',
    to: 'network',
    relation: 'lies-in',
    forward: true,
    sql: `SELECT d.id AS a, n.id AS b, ${pasted('n.answerId')} AS pasted FROM Address d JOIN Network n ON n.id = d.networkId WHERE d.id IN ${KEYS}`,
  },
  {
    from: 'network',
    to: 'address',
    relation: 'lies-in',
    forward: false,
    sql: top(
      MOST_ADDRESSES,
      'events DESC, b',
      `SELECT d.networkId AS a, d.id AS b, ${pasted('n.answerId')} AS pasted, d.events FROM Address d JOIN Network n ON n.id = d.networkId
       WHERE d.networkId IN ${KEYS} AND d.events > 0`,
    ),
  },
  {
    from: 'network',
    to: 'organisation',
    relation: 'held-by',
    forward: true,
    sql: `SELECT n.id AS a, n.organisationId AS b, ${pasted('n.answerId')} AS pasted FROM Network n WHERE n.id IN ${KEYS} AND n.organisationId IS NOT NULL`,
  },
  {
    from: 'organisation',
    to: 'network',
    relation: 'held-by',
    forward: false,
    sql: top(
      MOST_NETWORKS,
      'events DESC, b',
      `SELECT n.organisationId AS a, n.id AS b, ${pasted('n.answerId')} AS pasted, ${EVENTS_OF_NETWORK} AS events FROM Network n WHERE n.organisationId IN ${KEYS}`,
    ),
  },
  { from: 'network', to: 'contact', relation: 'names', forward: true, sql: NAMING('networkId', 'contactId', '<>') },
  { from: 'network', to: 'contact', relation: 'referred', forward: false, sql: NAMING('networkId', 'contactId', '=') },
  {
    from: 'contact',
    to: 'network',
    relation: 'names',
    forward: false,
    sql: top(MOST_NETWORKS, 'events DESC, b', NAMING('contactId', 'networkId', '<>')),
  },
  {
    from: 'contact',
    to: 'network',
    relation: 'referred',
    forward: true,
    sql: top(MOST_NETWORKS, 'events DESC, b', NAMING('contactId', 'networkId', '=')),
  },
  {
    from: 'contact',
    to: 'phone',
    relation: 'has-phone',
    forward: true,
    // A registrar's number shown in place of the holder's ties nobody to anybody.
    sql: `SELECT c.id AS a, c.phoneE164 AS b, ${pasted('c.answerId')} AS pasted FROM Contact c WHERE c.id IN ${KEYS} AND c.phoneE164 IS NOT NULL AND c.proxy = 0`,
  },
  {
    from: 'phone',
    to: 'contact',
    relation: 'has-phone',
    forward: false,
    sql: top(
      MOST_NETWORKS,
      'b',
      `SELECT c.phoneE164 AS a, c.id AS b, ${pasted('c.answerId')} AS pasted FROM Contact c WHERE c.phoneE164 IN ${KEYS} AND c.proxy = 0`,
    ),
  },
  {
    from: 'address',
    to: 'template',
    relation: 'sent',
    forward: false,
    sql: `SELECT DISTINCT e.addressId AS a, e.templateId AS b, 0 AS pasted FROM Event e JOIN Template t ON t.id = e.templateId AND t.variable = 1 WHERE e.addressId IN ${KEYS}`,
  },
  {
    from: 'template',
    to: 'address',
    relation: 'sent',
    forward: true,
    sql: top(
      MOST_ADDRESSES,
      'events DESC, b',
      `SELECT e.templateId AS a, e.addressId AS b, 0 AS pasted, count(*) AS events FROM Event e WHERE e.templateId IN ${KEYS} AND e.addressId IS NOT NULL GROUP BY 1, 2`,
    ),
  },
];

/** A verdict on an operator is one on its members. */
const VERDICT = (column: string, id: string): string =>
  `(SELECT p.verdict FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId WHERE m.verdict IS NULL AND m.${column} = ${id} AND p.verdict IS NOT NULL ORDER BY p.verdict LIMIT 1)`;

/** What a node of each kind says of itself: `key`, `label`, `events`, `verdict`, `href`. */
const NODES: Readonly<Record<EntityKind, string>> = {
  template: `SELECT t.id AS key, t.pattern AS label, (SELECT count(*) FROM Event WHERE templateId = t.id) AS events, NULL AS verdict, '/events?q=template:%23' || t.id AS href
    FROM Template t WHERE t.id IN ${KEYS}`,
  address: `SELECT d.id AS key, d.text AS label, d.events, NULL AS verdict, '/events?q=ip:' || d.text AS href FROM Address d WHERE d.id IN ${KEYS}`,
  network: `SELECT n.id AS key, n.text AS label, ${EVENTS_OF_NETWORK} AS events, coalesce(${VERDICT('networkId', 'n.id')}, ${VERDICT('organisationId', 'n.organisationId')}) AS verdict,
    '/networks/' || n.id AS href FROM Network n WHERE n.id IN ${KEYS}`,
  organisation: `SELECT o.id AS key, o.name AS label, (SELECT coalesce(sum(d.events), 0) FROM Network n JOIN Address d ON d.networkId = n.id WHERE n.organisationId = o.id) AS events,
    ${VERDICT('organisationId', 'o.id')} AS verdict, '/organisations/' || o.id AS href FROM Organisation o WHERE o.id IN ${KEYS}`,
  contact: `SELECT c.id AS key, c.handle AS label, (SELECT coalesce(sum(events), 0) FROM Address WHERE networkId IN (SELECT networkId FROM NetworkContact WHERE contactId = c.id)) AS events,
    NULL AS verdict, '/contacts/' || c.id AS href FROM Contact c WHERE c.id IN ${KEYS}`,
  phone: `SELECT k.value AS key, k.value AS label, (SELECT coalesce(sum(events), 0) FROM Address WHERE networkId IN
      (SELECT nc.networkId FROM NetworkContact nc JOIN Contact c ON c.id = nc.contactId WHERE c.phoneE164 = k.value)) AS events,
    NULL AS verdict, NULL AS href FROM json_each(?1) k WHERE EXISTS (SELECT 1 FROM Contact WHERE phoneE164 = k.value)`,
};

const KINDS: readonly EntityKind[] = ['template', 'address', 'network', 'organisation', 'contact', 'phone'];

/**
 * Reads what hangs together with one entity, breadth first, up to {@link MOST_NODES}.
 * @param centre `kind:key` as in {@link GraphNode}.
 */
export function readRelations(centre: string): Relations {
  const start = parseNodeId(centre);
  const found: Found = {
    template: new Set(),
    address: new Set(),
    network: new Set(),
    organisation: new Set(),
    contact: new Set(),
    phone: new Set(),
  };
  const edges: GraphEdge[] = [];
  if (!start) return { nodes: [], edges, capped: false };
  found[start.kind].add(start.key);
  let frontier = new Map<EntityKind, Key[]>([[start.kind, [start.key]]]);
  let count = 1;
  while (frontier.size > 0 && count < MOST_NODES) {
    const next = new Map<EntityKind, Key[]>();
    for (const step of STEPS) {
      const keys = frontier.get(step.from);
      if (!keys) continue;
      for (const { a, b, pasted: isPasted } of all<Tie>(step.sql, JSON.stringify(keys))) {
        const [from, to] = step.forward
          ? [`${step.from}:${a}`, `${step.to}:${b}`]
          : [`${step.to}:${b}`, `${step.from}:${a}`];
        edges.push({ from, to, relation: step.relation, weight: WEIGHTS[step.relation], pasted: isPasted === 1 });
        if (found[step.to].has(b)) continue;
        found[step.to].add(b);
        next.set(step.to, [...(next.get(step.to) ?? []), b]);
        count++;
      }
    }
    frontier = next;
  }
  return { nodes: KINDS.flatMap((kind) => readNodes(kind, found[kind])), edges, capped: frontier.size > 0 };
}

function readNodes(kind: EntityKind, keys: ReadonlySet<Key>): Relations['nodes'] {
  if (keys.size === 0) return [];
  return all<{ key: Key; label: string; events: number; verdict: GraphNode['verdict']; href: string | null }>(
    NODES[kind],
    JSON.stringify([...keys]),
  ).map(({ key, ...node }) => ({ id: `${kind}:${key}`, kind, ...node }));
}

/** Reads `network:12`, `phone:+81…`; null where it is none of ours. */
function parseNodeId(text: string): { kind: EntityKind; key: Key } | null {
  const at = text.indexOf(':');
  const kind = KINDS.find((known) => known === text.slice(0, at));
  const key = text.slice(at + 1);
  if (!kind) return null;
  if (kind === 'phone') return /^\+\d{5,15}$/.test(key) ? { kind, key } : null;
  return /^[1-9]\d{0,14}$/.test(key) ? { kind, key: Number(key) } : null;
}

/** The member an operator's graph is drawn around: the organisation with most refusals, else its network. */
export function readOperatorCentre(publicId: string): string | null {
  const row = one<{ organisationId: number | null; networkId: number | null }>(
    `SELECT m.organisationId, m.networkId FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId
     WHERE p.publicId = ? AND m.verdict IS NULL
     ORDER BY (SELECT coalesce(sum(d.events), 0) FROM Address d JOIN Network n ON n.id = d.networkId
       WHERE n.organisationId = m.organisationId OR n.id = m.networkId) DESC, m.id LIMIT 1`,
    publicId,
  );
  if (!row) return null;
  return row.organisationId !== null ? `organisation:${row.organisationId}` : `network:${row.networkId}`;
}

/** The public id of the surest operator that nobody rejected; null where there is none. */
export function readSurestOperator(): string | null {
  return (
    one<{ publicId: string }>(
      `SELECT publicId FROM Operator WHERE coalesce(verdict, '') <> 'rejected' ORDER BY score DESC, id LIMIT 1`,
    )?.publicId ?? null
  );
}
