import type { Finding, NetworkFacts, OrganisationFacts } from '@/lib/model';
import { groupByHandle } from './handle-groups';

/** Members held to be one hand, with what speaks for it. */
export interface Component {
  members: readonly string[];
  organisationIds: readonly number[];
  networkIds: number[];
  /** What the log refused from its networks. */
  refusals: number;
  reasons: Reason[];
}

export interface Reason {
  finding: Finding;
  /** False where it is told but not counted: it does not say that these members are one hand. */
  counts: boolean;
}

interface Knowledge {
  organisations: readonly OrganisationFacts[];
  networks: readonly NetworkFacts[];
  findings: readonly Finding[];
}

/** Less is somebody else's habit that strayed in, or a sender one of many forged. */
const TEMPLATE_RULES = { minEvents: 2, minShare: 0.5 } as const;

/** Gives every finding, in one pass, to the components it speaks about. */
export function attachReasons(
  components: readonly Component[],
  knowledge: Knowledge,
  memberOf: ReadonlyMap<number, string>,
): void {
  const componentOf = new Map(components.flatMap((c) => c.members.map((member) => [member, c] as const)));
  const byOrganisation = (id: number): Component | undefined => componentOf.get(`organisation:${id}`);
  const users = findTemplateUsers(knowledge.organisations, byOrganisation);
  const handles = groupByHandle(knowledge.networks);
  const told = new Set<string>();
  // What is said of a contact as a whole comes first: it makes the same fact about a pair superfluous.
  const ordered = [...knowledge.findings].sort((a, b) => Number(isPair(a)) - Number(isPair(b)));
  for (const finding of ordered) {
    if (finding.family === 'leak') attachLeak(finding, byOrganisation);
    else if (isPair(finding)) attachPair(finding, byOrganisation, told);
    else if (finding.family === 'behaviour') attachTemplate(finding, users);
    else {
      const group = handles.get(finding.subject);
      const networks = group ? [...group.networks.keys()] : [];
      attachHandle(finding, networks, (id) => memberOf.get(id), componentOf, told);
    }
  }
}

function isPair(finding: Finding): boolean {
  return finding.subject.startsWith('pair:');
}

/** Organisations of one component among those a finding is about. */
function organisationsOf(finding: Finding): number[] {
  return finding.entities.filter(({ kind }) => kind === 'organisation').map(({ id }) => id);
}

type FindComponent = (organisationId: number) => Component | undefined;

/** A leak says what the operator got hold of, not who he is: it is told and never counted. */
function attachLeak(finding: Finding, find: FindComponent): void {
  const touched = new Set(organisationsOf(finding).map(find));
  for (const component of touched) component?.reasons.push({ finding, counts: false });
}

function attachPair(finding: Finding, find: FindComponent, told: ReadonlySet<string>): void {
  const [a, b] = organisationsOf(finding);
  if (a === undefined || b === undefined) return;
  const component = find(a);
  if (!component || component !== find(b)) return;
  const fact = finding.subject.slice(finding.subject.indexOf(':', 'pair:'.length) + 1);
  if (told.has(`${fact} ${a}`) && told.has(`${fact} ${b}`)) return;
  component.reasons.push({ finding, counts: true });
}

function attachHandle(
  finding: Finding,
  networkIds: readonly number[],
  memberOf: (networkId: number) => string | undefined,
  componentOf: ReadonlyMap<string, Component>,
  told: Set<string>,
): void {
  const touched = new Map<Component, { networks: number; organisations: Set<string> }>();
  for (const id of networkIds) {
    const member = memberOf(id);
    const component = member === undefined ? undefined : componentOf.get(member);
    if (member === undefined || !component) continue;
    const touch = touched.get(component) ?? { networks: 0, organisations: new Set<string>() };
    touch.networks++;
    if (member.startsWith('organisation:')) touch.organisations.add(member);
    touched.set(component, touch);
  }
  for (const [component, { networks, organisations }] of touched) {
    if (networks < 2) continue;
    // One company's own contact says nothing about its being one with another.
    const counts = component.organisationIds.length < 2 || organisations.size > 1;
    component.reasons.push({ finding, counts });
    for (const member of organisations) told.add(`${finding.subject} ${member.slice('organisation:'.length)}`);
  }
}

/** Refusals by template and component, of those whose organisation is known. */
function findTemplateUsers(
  organisations: readonly OrganisationFacts[],
  find: FindComponent,
): Map<number, Map<Component, number>> {
  const users = new Map<number, Map<Component, number>>();
  for (const { id, templates } of organisations) {
    const component = find(id);
    if (!component) continue;
    for (const { templateId, events } of templates) {
      const counts = users.get(templateId) ?? new Map<Component, number>();
      counts.set(component, (counts.get(component) ?? 0) + events);
      users.set(templateId, counts);
    }
  }
  return users;
}

function attachTemplate(finding: Finding, users: ReadonlyMap<number, ReadonlyMap<Component, number>>): void {
  const templateId = finding.entities.find(({ kind }) => kind === 'template')?.id;
  const counts = templateId === undefined ? undefined : users.get(templateId);
  if (!counts) return;
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  for (const [component, events] of counts) {
    if (events < TEMPLATE_RULES.minEvents || events / total <= TEMPLATE_RULES.minShare) continue;
    component.reasons.push({ finding, counts: true });
  }
}
