import type { Finding, NetworkFacts, OperatorProposal, OrganisationFacts } from '@/lib/model';
import { groupByHandle, weighHandle } from './handle-groups';
import { MemberGroups } from './join-members';
import { assess, isWorthProposing } from './operator-assessment';
import { attachReasons, type Component } from './operator-reasons';
import { combineIndependent } from './weights';

export interface OperatorInput {
  organisations: readonly OrganisationFacts[];
  networks: readonly NetworkFacts[];
  /** Without those a person rejected. What has no finding here joins nobody. */
  findings: readonly Finding[];
  /** Members (`organisation:1`, `network:2`) a person split from each other: they stay apart. */
  separations: ReadonlyArray<readonly [a: string, b: string]>;
}

/** Reasons together as strong as this put two under one hand: a shared person handle or phone alone does. */
const JOIN_AT = 0.5;

/**
 * What is evidence of one hand. Behaviour is not among it: whoever writes a mail chooses the sender in
 * it, and so could put a third party into his own operator. A name alone never joins, being below
 * {@link JOIN_AT}.
 */
const JOINING = new Set(['registry', 'contact', 'place', 'name']);

/**
 * Joins organisations, and networks known only from a registry's list, into operators.
 *
 * First organisations by the findings about pairs of them, strongest first; then everything that names
 * one contact handle, where organisations already joined count as one sharer. Joined groups with
 * refusals in the log and more than everyday evidence are proposed, strongest first.
 */
export function proposeOperators(input: OperatorInput): OperatorProposal[] {
  const places = placeNetworks(input);
  const groups = new MemberGroups(
    [...input.organisations.map(({ id }) => `organisation:${id}`), ...places.lone],
    input.separations,
  );
  // A network a person split from somebody else still belongs to its own holder.
  for (const [network, holder] of places.holders) groups.join(holder, network);
  joinPairs(groups, input.findings);
  joinHandles(groups, input, places);
  const components = groups.list().map((members) => describeComponent(members));
  countRefusals(components, input, places);
  attachReasons(components, input, places.memberOf);
  return components
    .filter(isWorthProposing)
    .map(assess)
    .sort((a, b) => b.score - a.score || firstId(a) - firstId(b));
}

interface Places {
  /** The member each network belongs to: its organisation, or itself. */
  memberOf: ReadonlyMap<number, string>;
  lone: ReadonlySet<string>;
  /** Networks that stand for themselves because a person split them, with the organisation that holds them. */
  holders: ReadonlyMap<string, string>;
}

function placeNetworks({ organisations, networks, separations }: OperatorInput): Places {
  const known = new Set(organisations.map(({ id }) => id));
  const split = new Set(separations.flat());
  const memberOf = new Map<number, string>();
  const lone = new Set<string>();
  const holders = new Map<string, string>();
  for (const { id, organisationId } of networks) {
    const self = `network:${id}`;
    const holder = organisationId !== null && known.has(organisationId) ? `organisation:${organisationId}` : null;
    if (holder !== null && !split.has(self)) {
      memberOf.set(id, holder);
      continue;
    }
    memberOf.set(id, self);
    lone.add(self);
    if (holder !== null) holders.set(self, holder);
  }
  return { memberOf, lone, holders };
}

function joinPairs(groups: MemberGroups, findings: readonly Finding[]): void {
  const pairs = new Map<string, { a: string; b: string; families: Map<string, number> }>();
  for (const finding of findings) {
    if (!finding.subject.startsWith('pair:') || !JOINING.has(finding.family)) continue;
    const [a, b] = finding.entities.filter(({ kind }) => kind === 'organisation').map(({ id }) => `organisation:${id}`);
    if (a === undefined || b === undefined) continue;
    const key = `${a} ${b}`;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { a, b, families: new Map() }));
    pair.families.set(finding.family, Math.max(pair.families.get(finding.family) ?? 0, finding.weight));
  }
  const joins = [...pairs.entries()]
    .map(([key, { a, b, families }]) => ({ key, a, b, strength: combineIndependent(families.values()) }))
    .filter(({ strength }) => strength >= JOIN_AT);
  for (const { a, b } of joins.sort(byStrength)) groups.join(a, b);
}

function joinHandles(groups: MemberGroups, { networks, findings }: OperatorInput, { memberOf }: Places): void {
  const claimed = new Set(findings.map(({ subject }) => subject).filter((subject) => subject.startsWith('handle:')));
  const joins: Array<{ key: string; strength: number; members: string[] }> = [];
  for (const [key, group] of groupByHandle(networks)) {
    if (!claimed.has(key)) continue;
    const members = [...new Set([...group.networks.keys()].map((id) => memberOf.get(id) ?? `network:${id}`))];
    const holders = new Set(members.filter((m) => m.startsWith('organisation:')).map((m) => groups.find(m)));
    const strength = weighHandle(group, holders.size);
    if (members.length > 1 && strength >= JOIN_AT) joins.push({ key, strength, members: members.sort(byKind) });
  }
  for (const { members } of joins.sort(byStrength)) {
    const [first, ...rest] = members;
    if (first !== undefined) for (const member of rest) groups.join(first, member);
  }
}

/** Organisations before single networks, so that what nobody is known for joins those we know. */
function byKind(a: string, b: string): number {
  const kinds = Number(b.startsWith('organisation:')) - Number(a.startsWith('organisation:'));
  return kinds || memberId(a) - memberId(b);
}

function memberId(member: string): number {
  return Number(member.slice(member.indexOf(':') + 1));
}

function byStrength(a: { key: string; strength: number }, b: { key: string; strength: number }): number {
  return b.strength - a.strength || (a.key < b.key ? -1 : 1);
}

function describeComponent(members: readonly string[]): Component {
  const sorted = [...members].sort(byKind);
  return {
    members: sorted,
    organisationIds: sorted.filter((m) => m.startsWith('organisation:')).map(memberId),
    networkIds: [],
    refusals: 0,
    reasons: [],
  };
}

/** Gives every component its networks and what the log refused from them. */
function countRefusals(components: readonly Component[], input: OperatorInput, places: Places): void {
  const componentOf = new Map(components.flatMap((c) => c.members.map((member) => [member, c] as const)));
  for (const { id, events } of input.networks) {
    const member = places.memberOf.get(id) ?? `network:${id}`;
    const component = componentOf.get(member);
    if (!component) continue;
    component.networkIds.push(id);
    component.refusals += events;
  }
  for (const component of components) component.networkIds.sort((a, b) => a - b);
}

function firstId({ organisationIds, networkIds }: OperatorProposal): number {
  return organisationIds[0] ?? networkIds[0] ?? 0;
}
