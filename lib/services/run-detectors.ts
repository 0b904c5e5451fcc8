import { attemptGroups, canaryUses, templateUses } from '@/lib/db/read/facts';
import { networkFacts, organisationFacts } from '@/lib/db/read/registry-facts';
import { rejectedFindings, replaceFindings } from '@/lib/db/write/findings';
import { reconcileOperators, separations } from '@/lib/db/write/operators';
import { detectors, emailDomain, isFreemail, normaliseOrganisationName, proposeOperators } from '@/lib/detect';
import type { Outcome } from '@/lib/jobs';
import { newPublicId } from './ids';

/** Runs every detector over what is known, and proposes operators from what a person has not rejected. */
export function runDetectors(nowMs: number): Outcome & { kind: 'done' } {
  const organisations = organisationFacts({
    organisationKey: normaliseOrganisationName,
    ownDomain: (email) => {
      const domain = emailDomain(email);
      return domain === null || isFreemail(domain) ? null : domain;
    },
  });
  const networks = networkFacts();
  const findings = [
    ...detectors.hop.detect(attemptGroups()),
    ...detectors.senderTemplate.detect(templateUses()),
    ...detectors.sharedContact.detect(organisations),
    ...detectors.sharedHandle.detect(networks),
    ...detectors.canaryLeak.detect(canaryUses()),
  ];
  const rejected = rejectedFindings();
  const proposals = proposeOperators({
    organisations,
    networks,
    findings: findings.filter((finding) => !rejected.has(`${finding.detector} ${finding.subject}`)),
    separations: separations(),
  });
  return {
    kind: 'done',
    write: () => {
      replaceFindings(findings, newPublicId, nowMs);
      reconcileOperators(proposals, newPublicId, nowMs);
    },
  };
}
