import { type EvidenceRef, type Finding, message, type OrganisationFacts } from '@/lib/model';
import type { Detector } from '../detector';
import { MAX_EVIDENCE } from '../evidence';
import { formatPhone } from '../phone';
import { factKey, listSharedFacts, SHARED_KINDS, type SharedFact } from '../shared-facts';
import { findSimilarNames } from '../similar-names';
import { dampByRarity, MAX_SHARERS, WEIGHTS } from '../weights';

interface Named {
  id: number;
  name: string;
  events: number;
}

interface Sharer {
  organisation: Named;
  evidence: EvidenceRef[];
}

/** One fact, and the organisations that have it. */
interface Shared {
  fact: SharedFact;
  sharers: Map<number, Sharer>;
}

/** A fact that two organisations share, before the stronger of two is chosen. */
interface Claim {
  shared: Shared;
  a: Sharer;
  b: Sharer;
  weight: number;
}

/**
 * Shared contact: two organisations that have a handle, a phone, a mailbox, an office or a name in
 * common. One finding a pair and kind. Facts are indexed by value and never all pairs compared; what
 * more than {@link MAX_SHARERS} organisations share makes no pairs, since it would weigh nothing.
 */
export const sharedContact: Detector<OrganisationFacts> = {
  id: 'shared-contact',
  families: ['registry', 'contact', 'place', 'behaviour', 'name'],
  maxWeight: WEIGHTS['organisation-handle'],
  spoofable: false,
  detect(organisations) {
    const index = new Map<string, Shared>();
    const names: Named[] = [];
    for (const organisation of organisations) {
      const { id, name, events } = organisation;
      names.push({ id, name, events });
      for (const fact of listSharedFacts(organisation)) addFact(index, fact, { id, name, events });
    }
    const findings = strongestPerPair(index).map((claim) => report(claim, names.length));
    for (const [a, b] of findSimilarNames(names)) findings.push(reportNames(a, b));
    return findings;
  },
};

function addFact(index: Map<string, Shared>, fact: SharedFact, organisation: Named): void {
  const key = factKey(fact.kind, fact.value);
  let shared = index.get(key);
  if (!shared) index.set(key, (shared = { fact, sharers: new Map() }));
  const sharer = shared.sharers.get(organisation.id);
  if (sharer) sharer.evidence.push(...fact.evidence);
  else shared.sharers.set(organisation.id, { organisation, evidence: [...fact.evidence] });
}

function strongestPerPair(index: Map<string, Shared>): Claim[] {
  const claims = new Map<string, Claim>();
  const included = new Set<string>();
  for (const shared of index.values()) {
    const { kind, value, includes } = shared.fact;
    const count = shared.sharers.size;
    if (count < 2 || count > MAX_SHARERS) continue;
    const weight = dampByRarity(WEIGHTS[kind], count - 1);
    const sharers = [...shared.sharers.values()].sort((a, b) => a.organisation.id - b.organisation.id);
    for (const [i, a] of sharers.entries()) {
      for (const b of sharers.slice(i + 1)) {
        const pair = `${a.organisation.id}-${b.organisation.id}`;
        if (includes !== null) included.add(`${pair}:${includes}`);
        const known = claims.get(`${pair}:${kind}`);
        if (known && !isStronger(weight, value, known)) continue;
        claims.set(`${pair}:${kind}`, { shared, a, b, weight });
      }
    }
  }
  return [...claims.values()].filter(({ shared: { fact }, a, b }) => {
    return !included.has(`${a.organisation.id}-${b.organisation.id}:${factKey(fact.kind, fact.value)}`);
  });
}

/** Of two values of one kind the rarer is told, of two as rare the one that sorts first. */
function isStronger(weight: number, value: string, than: Claim): boolean {
  return weight > than.weight || (weight === than.weight && value < than.shared.fact.value);
}

function report({ shared, a, b, weight }: Claim, total: number): Finding {
  const { kind, value, shown } = shared.fact;
  const { family, against } = SHARED_KINDS[kind];
  const count = shared.sharers.size;
  const evidence = mergeEvidence(a.evidence, b.evidence);
  const counter = [message(against)];
  if (count > 2) counter.push(message('finding.shared-contact.against.many', { others: count - 2 }));
  return {
    detector: 'shared-contact',
    subject: `pair:${a.organisation.id}-${b.organisation.id}:${factKey(kind, value)}`,
    sentence: message(`finding.shared-contact.${kind}`, {
      a: a.organisation.name,
      b: b.organisation.name,
      value: kind === 'phone' ? formatPhone(shown) : shown,
      shared: count,
      total,
    }),
    family,
    weight,
    entities: [
      { kind: 'organisation', id: a.organisation.id },
      { kind: 'organisation', id: b.organisation.id },
      ...(kind === 'template' ? [{ kind: 'template' as const, id: Number(value) }] : []),
    ],
    evidence: evidence.slice(0, MAX_EVIDENCE),
    evidenceTotal: evidence.length,
    against: counter,
  };
}

/** Both sides in turn, so that neither falls off the end of a long list; each reference once. */
function mergeEvidence(a: readonly EvidenceRef[], b: readonly EvidenceRef[]): EvidenceRef[] {
  const merged = new Map<string, EvidenceRef>();
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    for (const ref of [a[i], b[i]]) if (ref) merged.set(`${ref.kind}:${ref.id}`, ref);
  }
  return [...merged.values()];
}

function reportNames(a: Named, b: Named): Finding {
  return {
    detector: 'shared-contact',
    subject: `pair:${a.id}-${b.id}:name`,
    sentence: message('finding.shared-contact.name', { a: a.name, b: b.name }),
    family: 'name',
    weight: WEIGHTS.name,
    entities: [
      { kind: 'organisation', id: a.id },
      { kind: 'organisation', id: b.id },
    ],
    evidence: [],
    evidenceTotal: 0,
    against: [message('finding.shared-contact.against.name')],
  };
}
