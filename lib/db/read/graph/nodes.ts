import type { EntityKind, GraphNode } from '@/lib/model';
import { all } from '../../connection';
import { countEvents, type Matches } from '../explore';
import { EVENTS_OF_NETWORK, type Key } from './steps';

const KEYS = '(SELECT value FROM json_each(?1))';

/** A verdict on an operator is one on its members. */
const VERDICT = (column: string, id: string): string =>
  `(SELECT p.verdict FROM OperatorMember m JOIN Operator p ON p.id = m.operatorId WHERE m.verdict IS NULL AND m.${column} = ${id} AND p.verdict IS NOT NULL ORDER BY p.verdict LIMIT 1)`;

/** What a node of each kind says of itself: `key`, `label`, `events`, `verdict`, `href`. */
const NODES: Readonly<Record<EntityKind, string>> = {
  template: `SELECT t.id AS key, t.pattern AS label, 0 AS events, NULL AS verdict, '/templates/' || t.id AS href
    FROM Template t WHERE t.id IN ${KEYS}`,
  address: `SELECT d.id AS key, d.text AS label, d.events, NULL AS verdict, '/addresses/' || d.text AS href FROM Address d WHERE d.id IN ${KEYS}`,
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

export const KINDS: readonly EntityKind[] = ['template', 'address', 'network', 'organisation', 'contact', 'phone'];

/** What the nodes of some entities of a kind say of themselves. */
export function readNodes(
  kind: EntityKind,
  keys: ReadonlySet<Key>,
  matches: Matches,
): Array<Omit<GraphNode, 'hidden'>> {
  if (keys.size === 0) return [];
  const counts = kind === 'template' ? countEvents(matches, 'template') : null;
  return all<{ key: Key; label: string; events: number; verdict: GraphNode['verdict']; href: string | null }>(
    NODES[kind],
    JSON.stringify([...keys]),
  ).map(({ key, ...node }) => ({ id: `${kind}:${key}`, kind, ...node, events: counts?.[Number(key)] ?? node.events }));
}

/** Reads `network:12`, `phone:+81…`; null where it is none of ours. */
export function parseNodeId(text: string): { kind: EntityKind; key: Key } | null {
  const at = text.indexOf(':');
  const kind = KINDS.find((known) => known === text.slice(0, at));
  const key = text.slice(at + 1);
  if (!kind) return null;
  if (kind === 'phone') return /^\+\d{5,15}$/.test(key) ? { kind, key } : null;
  return /^[1-9]\d{0,14}$/.test(key) ? { kind, key: Number(key) } : null;
}
