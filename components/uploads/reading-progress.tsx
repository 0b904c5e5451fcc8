'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useWords } from '@/components/ui/language';
import { Progress } from '@/components/ui/progress';
import { formatBytes } from '@/lib/messages';

const EVERY_MS = 1000;

/** How far the reading of an upload is. */
export interface ReadingState {
  state: 'receiving' | 'waiting' | 'reading' | 'done' | 'failed';
  sizeBytes: number;
  bytesRead: number;
  lines: number;
  events: number;
  pending: 'redate' | 'forget' | null;
}

const isMoving = ({ state, pending }: ReadingState): boolean =>
  pending !== null || state === 'receiving' || state === 'waiting' || state === 'reading';

function isState(value: unknown): value is ReadingState {
  return (
    typeof value === 'object' && value !== null && 'state' in value && 'bytesRead' in value && 'sizeBytes' in value
  );
}

interface Props {
  publicId: string;
  name: string;
  /** As the page was made; left out where the upload has just been sent. */
  start?: ReadingState;
}

/** Asks how far an upload is until it is read, and then has the page made anew. */
export function ReadingProgress({ publicId, name, start }: Props) {
  const { t, language } = useWords();
  const router = useRouter();
  const [now, setNow] = useState<ReadingState | undefined>(start);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const response = await fetch(`/api/uploads/${publicId}`, { signal: abort.signal });
        const answer: unknown = await response.json();
        if (!response.ok || !isState(answer)) return router.refresh();
        setNow(answer);
        // Made anew, the page asks on from its new state; what it said of the old one is gone.
        if (!isMoving(answer) || (start && answer.state !== start.state)) return router.refresh();
      } catch (error) {
        if (abort.signal.aborted) return;
        // The server is being started anew, or the network went away: asked again, the page stays as it is.
        console.warn(error);
      }
      timer = setTimeout(() => void ask(), EVERY_MS);
    };
    timer = setTimeout(() => void ask(), start ? EVERY_MS : 0);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [publicId, router, start]);

  if (!now || !isMoving(now)) return null;
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
