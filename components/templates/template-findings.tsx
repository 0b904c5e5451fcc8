'use client';

import { EvidenceMarks } from '@/components/evidence/evidence-marks';
import type { PageParams } from '@/components/evidence/evidence-refs';
import type { FindingView } from '@/components/findings/finding-view';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';

interface Props {
  findings: readonly FindingView[];
  path: string;
  params: PageParams;
}

/** What was concluded from a template, each claim with its evidence. */
export function TemplateFindings({ findings, path, params }: Props) {
  const { t, rich } = useWords();
  if (findings.length === 0) return null;
  return (
    <>
      <SectionHeading>{t('page.template.findings')}</SectionHeading>
      <ul className="border-t border-ink">
        {findings.map((finding) => (
          <li key={finding.publicId} data-row tabIndex={-1} className="max-w-[70ch] border-b border-line py-2">
            <Rich parts={rich(finding.sentence, finding.utcOffsetMinutes)} />{' '}
            <EvidenceMarks finding={finding} path={path} params={params} />
            {finding.current ? null : <span className="text-s text-ink-3"> {t('page.template.no-longer')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
