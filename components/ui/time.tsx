'use client';

import { formatRelative, formatTime, type TimeStyle } from '@/lib/messages';
import { useWords } from './language';

interface Props {
  /** UTC epoch milliseconds. */
  at: number;
  /** The log's zone, minutes east of UTC. */
  utcOffsetMinutes: number;
  style?: TimeStyle;
}

/** A time in the log's zone with its offset; how long ago on hover, reckoned when one asks. */
export function Time({ at, utcOffsetMinutes, style = 'minute' }: Props) {
  const { language } = useWords();
  if (!Number.isFinite(at)) return '–';
  return (
    <time
      dateTime={new Date(at).toISOString()}
      className="whitespace-nowrap"
      onPointerEnter={(event) => {
        event.currentTarget.title = formatRelative(at, Date.now(), language);
      }}
    >
      {formatTime(at, utcOffsetMinutes, language, style)}
    </time>
  );
}
