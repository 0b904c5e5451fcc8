'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useWords } from '@/components/ui/language';
import { isInTheWay, nextWaitMs } from './refresh-pace';

interface DataVersion {
  version: string;
  events: number;
}

function isDataVersion(value: unknown): value is DataVersion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string' &&
    'events' in value &&
    typeof value.events === 'number'
  );
}

/**
 * Has the page made anew when there is more to show than it was made from, and says how many refusals are new.
 * Never while a person writes or has a drawer open, and less often where that takes long.
 */
export function LiveRefresh({ version, events }: DataVersion) {
  const { t } = useWords();
  const router = useRouter();
  const [isRefreshing, start] = useTransition();
  const [fresh, setFresh] = useState(0);
  const begunMs = useRef(0);
  const waitMs = useRef(nextWaitMs(0));

  useEffect(() => {
    if (!isRefreshing) return;
    begunMs.current = performance.now();
    return () => {
      waitMs.current = nextWaitMs(performance.now() - begunMs.current);
    };
  }, [isRefreshing]);

  useEffect(() => {
    if (isRefreshing) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        if (document.visibilityState === 'visible' && !isInTheWay(document)) {
          const response = await fetch('/api/changes', { signal: abort.signal, cache: 'no-store' });
          const now: unknown = response.ok ? await response.json() : null;
          // Asked again: a person may have begun to write meanwhile.
          if (isDataVersion(now) && now.version !== version && !isInTheWay(document)) {
            setFresh(Math.max(0, now.events - events));
            return start(() => router.refresh());
          }
        }
      } catch (error) {
        if (abort.signal.aborted) return;
        // The server is being started anew, or the network went away: asked again, the page stays as it is.
        console.warn(error);
      }
      wait();
    };
    const wait = (): void => {
      timer = setTimeout(() => void ask(), waitMs.current);
    };
    wait();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [version, events, isRefreshing, router]);

  return (
    <p role="status" className="sr-only">
      {fresh > 0 ? t('live.new', { events: fresh }) : ''}
    </p>
  );
}
