'use client';

import type { ReactNode } from 'react';
import { Drawer } from '@/components/ui/drawer';
import { AlsoList } from '@/components/sightings/also-list';
import type { AlsoSeen } from '@/components/sightings/also-seen';
import { useWords } from '@/components/ui/language';
import { type AnswerView, AnswerPart } from './answer-part';
import { type LineView, LineGroup } from './line-group';

/** What a drawer shows; plain data, made by `app/evidence.tsx`. */
export interface EvidenceView {
  lines: readonly LineView[];
  answers: readonly AnswerView[];
  /** What logs tell of the lines' addresses besides refusals. */
  also: ReadonlyArray<AlsoSeen & { address: string }>;
  /** References in all, of which the drawer may hold fewer. */
  total: number;
}

interface Props extends EvidenceView {
  title?: ReactNode;
  closeHref: string;
  /** Stands over the evidence: the claim it speaks for. */
  lead?: ReactNode;
  /** Stands under it: an event's fields. */
  children?: ReactNode;
}

/** How we know it: the raw lines with their parts coloured, and the registries' answers, each with where it stands. */
export function EvidenceDrawer({ title, closeHref, lead, lines, also, answers, total, children }: Props) {
  const { t } = useWords();
  const shown = lines.length + answers.length;
  return (
    <Drawer title={title ?? t('ui.evidence')} closeHref={closeHref}>
      {lead ? <div className="mt-5 max-w-[68ch]">{lead}</div> : null}
      {shown < total ? <p className="mt-3 text-s text-ink-2">{t('evidence.shown', { shown, total })}</p> : null}
      {shown === 0 ? <p className="mt-5 text-ink-2">{t('evidence.gone')}</p> : null}
      {lines.length > 0 ? <LineGroup lines={lines} /> : null}
      <AlsoList addresses={also} />
      {answers.map((answer) => (
        <AnswerPart key={answer.id} answer={answer} />
      ))}
      {children}
    </Drawer>
  );
}
