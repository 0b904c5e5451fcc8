'use client';

import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { isMessageKey } from '@/lib/messages';
import type { QuestionView } from './registry-view';

/** A question in words: "who holds 198.18.32.1". */
export function QuestionText({ question: { kind, subject } }: { question: QuestionView }) {
  const { rich } = useWords();
  const key = `page.registries.question.${kind}`;
  return (
    <Rich parts={rich({ key: isMessageKey(key) ? key : 'page.registries.question.other', params: { subject } })} />
  );
}
