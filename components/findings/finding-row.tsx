'use client';

import { Link } from '@/components/ui/link';
import { ActionForm } from '@/components/evidence/action-form';
import { AgainstList } from '@/components/evidence/against-list';
import { EvidenceMarks } from '@/components/evidence/evidence-marks';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { Stamp } from '@/components/ui/stamp';
import { SubmitButton } from '@/components/ui/submit-button';
import { Weight } from '@/components/ui/weight';
import { formatTime } from '@/lib/messages';
import type { FindingActions, FindingView } from './finding-view';
import { standingOf } from './standing';

interface Props {
  finding: FindingView;
  /** The finding whose confirmation is the page's one primary action. */
  suggested: string | null;
  path: string;
  params: PageParams;
  actions: FindingActions;
}

/** One claim: how strong, what it says and by what, what speaks against it, and the person's word on it. */
export function FindingRow({ finding, suggested, path, params, actions }: Props) {
  const { t, rich } = useWords();
  const answers = finding.evidence.filter(({ kind }) => kind === 'answer').length;
  const lines = finding.evidenceTotal - answers;
  return (
    <section
      data-row
      tabIndex={-1}
      className="grid grid-cols-[60px_minmax(0,1fr)_auto] gap-x-5 gap-y-3 border-t border-line py-4 first-of-type:border-t-ink max-md:grid-cols-[52px_minmax(0,1fr)] max-md:gap-x-3"
    >
      <Weight value={finding.weight} standing={standingOf(finding.weight)} />
      <div className="max-w-[70ch]">
        <p>
          <Rich parts={rich(finding.sentence, finding.utcOffsetMinutes)} />{' '}
          <EvidenceMarks finding={finding} path={path} params={params} />
        </p>
        <p className="mt-1 text-s text-ink-3">
          {t('page.findings.evidence', { lines: Math.max(lines, 0), answers })}
          {finding.current ? null : <> · {t('page.findings.no-longer')}</>}
        </p>
        <AgainstList sentences={finding.against} utcOffsetMinutes={finding.utcOffsetMinutes} />
      </div>
      <div className="max-md:col-start-2">
        <VerdictForms finding={finding} suggested={suggested} actions={actions} />
      </div>
    </section>
  );
}

function VerdictForms({ finding, suggested, actions }: Pick<Props, 'finding' | 'suggested' | 'actions'>) {
  const { t, rich, language } = useWords();
  const { publicId, verdict, verdictMs, utcOffsetMinutes, operator } = finding;
  if (verdict) {
    const date = formatTime(verdictMs ?? 0, utcOffsetMinutes, language, 'date');
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Stamp verdict={verdict}>{t(`verdict.${verdict}-on`, { date })}</Stamp>
        <ActionForm action={actions.undo} fields={{ id: publicId }}>
          <SubmitButton keyHint="u">{t('verdict.undo')}</SubmitButton>
        </ActionForm>
      </div>
    );
  }
  if (operator) {
    const date = formatTime(operator.verdictMs, utcOffsetMinutes, language, 'date');
    return (
      <div className="grid max-w-[220px] justify-items-start gap-2">
        <Stamp verdict={operator.verdict}>{t(`verdict.${operator.verdict}-on`, { date })}</Stamp>
        <p className="text-s text-ink-3">
          <Rich
            parts={rich({ key: 'page.findings.with-operator', params: { name: operator.name } })}
            link={(children) => <Link href={`/operators/${operator.publicId}`}>{children}</Link>}
          />
        </p>
        <ActionForm action={actions.reject} fields={{ id: publicId }}>
          <SubmitButton look="quiet" keyHint="n">
            {t('page.findings.reject-alone')}
          </SubmitButton>
        </ActionForm>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-1.5">
      <ActionForm action={actions.confirm} fields={{ id: publicId }}>
        <SubmitButton look={publicId === suggested ? 'seal' : 'plain'} keyHint="y">
          {t('verdict.confirm')}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={actions.reject} fields={{ id: publicId }}>
        <SubmitButton keyHint="n">{t('verdict.reject')}</SubmitButton>
      </ActionForm>
    </div>
  );
}
