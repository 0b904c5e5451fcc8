import type { NetworkFacts } from '@/lib/model';
import { isCommonHandle, isMailboxHandle, isMaintainer } from './common-desks';
import { dampByRarity, WEIGHTS } from './weights';

/** A provider's desk is named on this many networks and more; an operator's contact seldom is. */
const MANY_NETWORKS = 64;

/** All networks that name one contact. */
export interface HandleGroup {
  registry: string;
  /** Upper case; a mailbox in a handle's place lower case. */
  handle: string;
  /** Each network once, with every answer that says so. */
  networks: Map<number, { organisationId: number | null; answerIds: Set<number>; seen: boolean }>;
}

/** What a finding about the handle is filed under. */
export function handleSubject(registry: string, handle: string): string {
  return `handle:${registry}:${handle.toUpperCase()}`;
}

/** Groups networks by the contacts named on them, under {@link handleSubject}. Common desks are left out. */
export function groupByHandle(networks: Iterable<NetworkFacts>): Map<string, HandleGroup> {
  const groups = new Map<string, HandleGroup>();
  for (const { id, organisationId, contacts, events } of networks) {
    for (const { registry, handle, answerId } of contacts) {
      if (isCommonHandle(handle)) continue;
      const subject = handleSubject(registry, handle);
      let group = groups.get(subject);
      if (!group) groups.set(subject, (group = { registry, handle: formOf(handle), networks: new Map() }));
      const known = group.networks.get(id);
      if (known) known.answerIds.add(answerId);
      else group.networks.set(id, { organisationId, answerIds: new Set([answerId]), seen: events > 0 });
    }
  }
  return groups;
}

const formOf = (handle: string): string => (isMailboxHandle(handle) ? handle.toLowerCase() : handle.toUpperCase());

/** What it is evidence of. A mailbox in a handle's place is what somebody typed into a form, no handle. */
export function handleKind(handle: string): 'handle' | 'maintainer' | 'email' {
  if (isMailboxHandle(handle)) return 'email';
  return isMaintainer(handle) ? 'maintainer' : 'handle';
}

/**
 * What it is worth that all these networks name the handle.
 * @param holders organisations, or groups of them already held to be one hand, that share it.
 */
export function weighHandle(group: HandleGroup, holders: number): number {
  return dampByRarity(
    WEIGHTS[handleKind(group.handle)],
    Math.max(holders - 1, Math.floor(group.networks.size / MANY_NETWORKS)),
  );
}
