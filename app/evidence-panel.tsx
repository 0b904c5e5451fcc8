import type { ReactNode } from 'react';
import { AgainstList } from '@/components/evidence/against-list';
import { EvidenceDrawer } from '@/components/evidence/evidence-drawer';
import { hrefWith, type PageParams, paramOf, parseEvidence } from '@/components/evidence/evidence-refs';
import { Rich } from '@/components/ui/rich';
import { readFinding } from '@/lib/db/read/findings';
import { loadEvidence } from './load-evidence';
import { getUi } from './ui';

interface Props {
  /** The page's own path and the parameters it was asked with. */
  path: string;
  params: PageParams;
  /** Stands under the evidence. */
  children?: ReactNode;
}

/**
 * The evidence drawer of a page, open while its URL says so: `?evidence=event:12,answer:5`, or
 * `?finding=<publicId>` with `&only=event` or `&only=answer` for a part of it. Nothing otherwise.
 */
export async function EvidencePanel({ path, params, children }: Props) {
  const closeHref = hrefWith(path, params, {});
  const named = paramOf(params, 'finding');
  const finding = named === undefined ? undefined : readFinding(named);
  if (finding) {
    const ui = await getUi();
    const only = paramOf(params, 'only');
    const refs = finding.evidence.filter(({ kind }) => only === undefined || kind === only);
    const view = loadEvidence(refs, [finding.sentence]);
    const offset = view.lines.at(-1)?.utcOffsetMinutes;
    return (
      <EvidenceDrawer
        {...view}
        total={only === undefined ? finding.evidenceTotal : view.total}
        closeHref={closeHref}
        lead={
          <>
            <p>
              <Rich parts={ui.rich(finding.sentence, offset)} />
            </p>
            <AgainstList sentences={finding.against} utcOffsetMinutes={offset} />
          </>
        }
      >
        {children}
      </EvidenceDrawer>
    );
  }
  const refs = parseEvidence(paramOf(params, 'evidence'));
  if (refs.length === 0) return null;
  return (
    <EvidenceDrawer {...loadEvidence(refs)} closeHref={closeHref}>
      {children}
    </EvidenceDrawer>
  );
}
