'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FindingAction, FindingView } from './finding-view';

/** The verdict just given, with the way back: the finding itself has moved down to the judged ones. */
export function LastVerdict({ finding, undo }: { finding: FindingView; undo: FindingAction }) {
  const { t, rich } = useWords();
  const { publicId, verdict, sentence, utcOffsetMinutes } = finding;
  if (verdict === null) return null;
  return (
    <Notice
      action={
        <ActionForm action={undo} fields={{ id: publicId }}>
          <SubmitButton keyHint="u">{t('verdict.undo')}</SubmitButton>
        </ActionForm>
      }
    >
      <b>{t(`verdict.${verdict}`)}:</b> <Rich parts={rich(sentence, utcOffsetMinutes)} />
    </Notice>
  );
}
