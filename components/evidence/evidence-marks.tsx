'use client';

import { EvidenceMark } from '@/components/ui/evidence-mark';
import type { EvidenceRef } from '@/lib/model';
import { formatEvidence, hrefWith, type PageParams } from './evidence-refs';

/** Answers past this many share one mark. */
const MOST_MARKS = 5;

interface Props {
  finding: { publicId: string; evidence: readonly EvidenceRef[] };
  path: string;
  params: PageParams;
}

/** The numbers behind a finding: one for its log lines, one for each registry answer (many share one). */
export function EvidenceMarks({ finding, path, params }: Props) {
  const answers = finding.evidence.filter(({ kind }) => kind === 'answer');
  const lines = finding.evidence.length - answers.length;
  const whole = { finding: finding.publicId };
  const changes: Array<Record<string, string>> = lines > 0 ? [{ ...whole, only: 'event' }] : [];
  if (answers.length > MOST_MARKS) changes.push({ ...whole, only: 'answer' });
  else for (const answer of answers) changes.push({ evidence: formatEvidence([answer]) });
  if (changes.length === 1) changes[0] = whole;
  return changes.map((change, index) => (
    <EvidenceMark key={index} number={index + 1} href={hrefWith(path, params, change)} first={index === 0} />
  ));
}
