import type { EvidenceFamily, OperatorProposal, Standing } from '@/lib/model';
import type { Component } from './operator-reasons';
import { combineIndependent } from './weights';

/** From which score a standing begins, and how many kinds of evidence it takes. */
const STANDINGS: ReadonlyArray<{ standing: Standing; score: number; families: number }> = [
  { standing: 'very-likely', score: 0.85, families: 2 },
  { standing: 'likely', score: 0.6, families: 2 },
  { standing: 'possible', score: 0.3, families: 1 },
];

/** Evidence that neither the writer of a mail nor chance can make. Without any, nothing is more than weak. */
const FIRM: ReadonlySet<EvidenceFamily> = new Set<EvidenceFamily>(['registry', 'contact', 'place']);

/**
 * What makes a component more than everyday noise. A hop alone (0.15) does not: every large provider
 * retries from a pool; nor does a contact that so many share that it joins nobody.
 */
const PROPOSE = { behaviour: 0.2, registry: 0.5 } as const;

/** True for what a person should look at: refusals in the log, and a reason beyond chance. */
export function isWorthProposing({ refusals, organisationIds, reasons }: Component): boolean {
  if (refusals === 0) return false;
  if (organisationIds.length > 1) return true;
  return reasons.some(({ finding: { family, weight } }) => {
    if (family === 'leak') return true;
    return weight >= (family === 'behaviour' ? PROPOSE.behaviour : PROPOSE.registry);
  });
}

/** The proposal for a component: within a family the strongest reason, across families noisy-OR. */
export function assess({ organisationIds, networkIds, reasons }: Component): OperatorProposal {
  const strongest = new Map<EvidenceFamily, number>();
  for (const { finding, counts } of reasons) {
    if (counts) strongest.set(finding.family, Math.max(strongest.get(finding.family) ?? 0, finding.weight));
  }
  const families = [...strongest].sort(([, a], [, b]) => b - a).map(([family]) => family);
  const score = combineIndependent(strongest.values());
  return {
    organisationIds,
    networkIds,
    score,
    standing: chooseStanding(score, families),
    families,
    reasons: [...reasons]
      .sort((a, b) => Number(b.counts) - Number(a.counts) || b.finding.weight - a.finding.weight)
      .map(({ finding: { detector, subject }, counts }) => ({ detector, subject, counts })),
  };
}

function chooseStanding(score: number, families: readonly EvidenceFamily[]): Standing {
  if (!families.some((family) => FIRM.has(family))) return 'weak';
  const reached = STANDINGS.find((row) => score >= row.score && families.length >= row.families);
  return reached?.standing ?? 'weak';
}
