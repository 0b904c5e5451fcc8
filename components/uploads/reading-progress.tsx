'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useWords } from '@/components/ui/language';
import { Progress } from '@/components/ui/progress';
import { formatBytes } from '@/lib/messages';
import { type ReadingState, watchReading } from './reading-watch';
import { isSending } from './sending-mark';

const isMoving = ({ state, pending }: ReadingState): boolean =>
  pending !== null || state === 'receiving' || state === 'waiting' || state === 'reading';

interface Props {
  publicId: string;
  name: string;
  /** As the page was made. */
  start: ReadingState;
}

/** Follows an upload until it is read, and then has the page made anew. */
export function ReadingProgress({ publicId, name, start }: Props) {
  const router = useRouter();
  const [now, setNow] = useState(start);
  const { state, pending } = start;

  useEffect(
    () =>
      watchReading(publicId, (answer) => {
        if (answer) setNow(answer);
        if (isSending(document)) return;
        // Made anew, the page asks on from its new state; what it said of the old one is gone.
        if (!answer || !isMoving(answer) || answer.state !== state || answer.pending !== pending) router.refresh();
      }),
    [publicId, router, state, pending],
  );
  return isMoving(now) ? <ReadingBar now={now} name={name} /> : null;
}

/** How far the reading of an upload is, or that it waits for it. */
export function ReadingBar({ now, name }: { now: ReadingState; name: string }) {
  const { t, language } = useWords();
  if (now.pending) return <Progress label={t(`page.uploads.pending.${now.pending}`)} />;
  const part = now.sizeBytes > 0 ? Math.min(now.bytesRead / now.sizeBytes, 1) : 0;
  return (
    <Progress
      label={t(now.state === 'reading' ? 'page.uploads.reading' : 'page.uploads.waiting', { name })}
      value={now.state === 'reading' && part > 0 ? part : undefined}
      text={t('page.uploads.read-so-far', {
        lines: now.lines,
        events: now.events,
        read: formatBytes(now.bytesRead, language),
        size: formatBytes(now.sizeBytes, language),
      })}
    />
  );
}
