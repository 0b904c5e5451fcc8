'use client';

import { useWords } from '@/components/ui/language';
import { formatDuration, formatTime } from '@/lib/messages';

interface Props {
  atMs: number;
  /** When the page was made. */
  nowMs: number;
  utcOffsetMinutes: number;
  /** In a table, where the column's head says what it is. */
  short?: boolean;
}

/** Nearer than this it is a matter of the turn, not of the clock. */
const SOON_MS = 1500;

/** When the next question may be asked: how long from now, and at what time. */
export function NextTry({ atMs, nowMs, utcOffsetMinutes, short = false }: Props) {
  const { t, language } = useWords();
  if (atMs <= nowMs + SOON_MS) return t(short ? 'page.registries.soon' : 'page.registries.next-now');
  return t(short ? 'page.registries.in' : 'page.registries.next-in', {
    time: formatDuration(atMs - nowMs, language),
    at: formatTime(atMs, utcOffsetMinutes, language, 'second'),
  });
}
