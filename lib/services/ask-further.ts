import { isPurged } from '@/lib/db/read/personal';
import type { StoredFacts } from '@/lib/db/write/answers';
import { isCommonHandle, isMaintainer } from '@/lib/detect';
import { addressToRange, type ParsedAnswer, parseAddress, parseRange, specialPurpose } from '@/lib/model';
import { followReferral, overrideServer, type RdapRow, type ReferralObstacle, type ServerRow } from '@/lib/registry';
import { BOOTSTRAP_HOST } from './ask-bootstrap';
import { enqueueQuestion, type Question } from './enqueue-question';
import { findWay, type Registries } from './find-way';
import { findHoldingAnswer } from './given-answer';
import { planOrigins } from './origins';

/** Contacts found this many pivots away from a rejection are not asked any further. */
export const MAX_DEPTH = 2;
/** Networks of one contact whose details are asked; the rest stay as listed. */
const MAX_DETAILS = 128;

/** Whom an answer sends us to, or why we do not go there; null where it sends us nowhere. */
export type Next = { server: string } | { obstacle: ReferralObstacle | 'none'; host: string } | null;

/**
 * The registry an answer names; else, where IANA names none, the site's own row. A host that IANA names and whois
 * does not know may be known to RDAP, whose own list IANA keeps.
 */
export function nextServer(question: Question, row: ServerRow | RdapRow, parsed: ParsedAnswer, r: Registries): Next {
  if (question.kind !== 'address' && question.kind !== 'network') return null;
  const address = question.kind === 'address' ? parseAddress(question.key) : null;
  const ownRow = address && row.registry === 'iana' ? overrideServer(r.whois, address) : null;
  const host = parsed.referral;
  if (host === null) {
    if (ownRow && ownRow.host !== row.host) return { server: ownRow.host };
    // Whom IANA names nobody for, or nobody that could be a registry, nobody can be asked about.
    return address && row.registry === 'iana' ? { obstacle: 'none', host: question.key } : null;
  }
  // An answer may name its own server.
  if (host.toLowerCase() === row.host && parsed.networks.length > 0) return null;
  const next = followReferral(r.whois, host, [...question.asked, row.host], address ?? undefined);
  if ('row' in next) return { server: next.row.host };
  const bootstrap = r.rdap.get(BOOTSTRAP_HOST);
  if (next.obstacle === 'not-listed' && address && row.registry === 'iana' && bootstrap) {
    if (specialPurpose(addressToRange(address)) === null) return { server: bootstrap.host };
  }
  return { obstacle: next.obstacle, host };
}

/** What one answer makes us ask next: details of the networks it lists, who announces them, and its contacts. */
export function askFurther(
  { kind, key, depth }: Question,
  row: ServerRow | RdapRow,
  facts: StoredFacts,
  registries: Registries,
  nowMs: number,
): void {
  const ask = (server: string, kindOf: Question['kind'], keyOf: string, atDepth = depth): void =>
    enqueueQuestion({ server, kind: kindOf, key: keyOf, depth: atDepth, asked: [] }, 0, nowMs);

  const listed = new Set(facts.references.flatMap((reference) => reference.networkIds));
  const details = facts.networks.filter((network) => listed.has(network.id) && !network.detailed);
  for (const { text } of details.slice(0, MAX_DETAILS)) {
    const way = findWay(registries, row.registry, { kind: 'network', key: text }, nowMs, row.host);
    if ('row' in way) ask(way.row.host, 'network', text);
  }

  const about = kind === 'address' || kind === 'network' ? parseRange(key) : null;
  if (about && facts.networks.length > 0)
    planOrigins({ family: about.family, value: about.first }, row, registries, nowMs);

  if (depth >= MAX_DEPTH) return;
  for (const { id, registry, handle } of facts.contacts) {
    // What a person had deleted is asked for by a person only.
    if (isPurged(id)) continue;
    // A maintainer may be a provider's, with thousands of networks: that one is asked about by hand.
    if (isCommonHandle(handle) || isMaintainer(handle)) continue;
    if (registry === 'unknown' && row.registry !== 'unknown') continue;
    const pivot = { kind: 'pivot', key: handle } as const;
    const way = findWay(registries, registry, pivot, nowMs, row.host);
    if (!('row' in way) || findHoldingAnswer(way, pivot, nowMs, registries)) continue;
    ask(way.row.host, 'pivot', handle, depth + 1);
  }
}
