import type { PageParams } from '@/components/evidence/evidence-refs';
import { SectionHeading } from '@/components/ui/headings';
import { FindingRow } from './finding-row';
import type { FindingActions, FindingView } from './finding-view';

interface Props {
  title: string;
  findings: readonly FindingView[];
  /** The finding whose confirmation is the page's one primary action. */
  suggested: string | null;
  path: string;
  params: PageParams;
  actions: FindingActions;
}

/** Findings under a heading; nothing where there are none. */
export function FindingList({ title, findings, ...rest }: Props) {
  if (findings.length === 0) return null;
  return (
    <div>
      <SectionHeading>{title}</SectionHeading>
      {findings.map((finding) => (
        <FindingRow key={finding.publicId} finding={finding} {...rest} />
      ))}
    </div>
  );
}
