'use client';

import { AgainstList } from '@/components/evidence/against-list';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { Chip } from '@/components/ui/chip';
import { EvidenceMark } from '@/components/ui/evidence-mark';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { Time } from '@/components/ui/time';
import { formatWeight } from '@/lib/messages';
import type { EvidenceFamily, Message } from '@/lib/model';

export interface ReasonView {
  publicId: string;
  sentence: Message;
  family: EvidenceFamily;
  weight: number;
  lines: number;
  answers: number;
  /** The first answer it rests on. */
  source: { server: string; query: string; askedMs: number; utcOffsetMinutes: number; pasted: boolean } | null;
  /** `rejected` by a person; `gone`: no longer claimed by the detector; `aside`: says nothing of one hand by itself. */
  state: 'counts' | 'rejected' | 'gone' | 'aside';
}

interface Props {
  reasons: readonly ReasonView[];
  against: readonly Message[];
  utcOffsetMinutes: number;
  path: string;
  params: PageParams;
}

/** Why they are held for one hand, strongest first, each with its source and weight; then what speaks against it. */
export function ReasonList({ reasons, against, utcOffsetMinutes, path, params }: Props) {
  const { t, rich } = useWords();
  if (reasons.length === 0) return <p className="text-ink-2">{t('page.operators.reasons.none')}</p>;
  return (
    <>
      <ol className="border-t border-ink">
        {reasons.map((reason, index) => (
          <li
            key={reason.publicId}
            data-row
            tabIndex={-1}
            className="grid grid-cols-[24px_minmax(0,1fr)_46px] gap-3 border-b border-line py-3"
          >
            <span>
              <EvidenceMark number={index + 1} href={hrefWith(path, params, { finding: reason.publicId })} first />
            </span>
            <div className={reason.state === 'counts' ? '' : 'text-ink-3'}>
              <Rich parts={rich(reason.sentence, utcOffsetMinutes)} />
              <p className="text-s text-ink-3">
                <Source reason={reason} />
              </p>
              {reason.state === 'counts' ? null : <Chip dashed>{t(`page.operators.reason.${reason.state}`)}</Chip>}
            </div>
            <span className={`text-right ${reason.state === 'counts' ? 'text-ink-2' : 'text-ink-3 line-through'}`}>
              {formatWeight(reason.weight)}
            </span>
          </li>
        ))}
      </ol>
      <AgainstList sentences={against} utcOffsetMinutes={utcOffsetMinutes} />
    </>
  );
}

function Source({ reason: { family, lines, answers, source } }: { reason: ReasonView }) {
  const { t } = useWords();
  return (
    <>
      {t(`family.${family}`)}
      {source ? (
        <>
          {' · '}
          <Mono text={source.server} />
          {source.query ? (
            <>
              {' '}
              <Mono text={source.query} shorten={40} />
            </>
          ) : null}
          {', '}
          <Time at={source.askedMs} utcOffsetMinutes={source.utcOffsetMinutes} />
          {source.pasted ? `, ${t('source.pasted')}` : ''}
        </>
      ) : null}
      {answers > 1 ? ` · ${t('page.operators.reason.answers', { count: answers })}` : ''}
      {lines > 0 ? ` · ${t('page.operators.reason.lines', { count: lines })}` : ''}
      {family === 'behaviour' ? ` · ${t('page.operators.reason.forgeable')}` : ''}
    </>
  );
}
