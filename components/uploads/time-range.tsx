'use client';

import { useWords } from '@/components/ui/language';
import { formatOffset, formatTime } from '@/lib/messages';

interface Props {
  firstMs: number | null;
  lastMs: number | null;
  utcOffsetMinutes: number;
}

/** From when to when, in the log's zone; days and minutes only where they differ, the offset once. */
export function TimeRange({ firstMs, lastMs, utcOffsetMinutes }: Props) {
  const { language } = useWords();
  if (firstMs === null || lastMs === null) return <span className="text-ink-3">–</span>;
  const text = (ms: number, style: 'date' | 'minute' | 'short'): string =>
    formatTime(ms, utcOffsetMinutes, language, style).replace(` ${formatOffset(utcOffsetMinutes)}`, '');
  const sameDay = text(firstMs, 'date') === text(lastMs, 'date');
  const last = sameDay ? text(lastMs, 'short').split(' ').at(-1) : text(lastMs, 'minute');
  const first = text(firstMs, 'minute');
  return (
    <span>
      {first === text(lastMs, 'minute') ? first : `${first} – ${last}`} {formatOffset(utcOffsetMinutes)}
    </span>
  );
}
