'use client';

import { eventsHref } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import type { Message } from '@/lib/model';

/** What an operator's page says first, as plain numbers. */
export interface LeadView {
  /** Sentences in order; `<a>` in the first leads to the refusals. */
  sentences: readonly Message[];
}

interface Props {
  lead: LeadView;
  operator: string;
  utcOffsetMinutes: number;
}

/** Three sentences: what was refused from where, by which habit, and what was not checked. */
export function OperatorLead({ lead, operator, utcOffsetMinutes }: Props) {
  const { rich, language } = useWords();
  return lead.sentences.map((sentence, index) => (
    <span key={sentence.key}>
      {index > 0 && language === 'en' ? ' ' : ''}
      <Rich
        parts={rich(sentence, utcOffsetMinutes)}
        link={(children) => (
          <Link href={eventsHref(['operator', idValue(operator)])} ownFilter>
            {children}
          </Link>
        )}
      />
    </span>
  ));
}
