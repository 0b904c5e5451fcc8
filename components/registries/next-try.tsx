'use client';

import { useWords } from '@/components/ui/language';
import { formatDuration, formatTime } from '@/lib/messages';

interface Props {
  atMs: number;
  /** When the page was made. */
  nowMs: number;
  utcOffsetMinutes: number;
}

/** When the next question may be asked: how long from now, and at what time. */
export function NextTry({ atMs, nowMs, utcOffsetMinutes }: Props) {
  const { t, language } = useWords();
  if (atMs <= nowMs) return t('page.registries.next-now');
  return t('page.registries.next-in', {
    time: formatDuration(atMs - nowMs, language),
    at: formatTime(atMs, utcOffsetMinutes, language, 'second'),
  });
}
