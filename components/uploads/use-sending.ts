'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Sending, SendQueue } from './send-queue';
import { isSending } from './sending-mark';

/** Pages that show uploads are made anew so often at most while files come in. */
const REFRESH_MS = 1500;
const NONE: readonly Sending[] = [];

let shared: SendQueue | undefined;

/** The tab's one queue. */
function sendQueue(): SendQueue {
  if (!shared) {
    shared = new SendQueue();
    window.addEventListener('beforeunload', shared.hold);
    window.addEventListener('online', shared.retryLost);
    window.addEventListener('offline', shared.loseAll);
  }
  return shared;
}

const subscribe = (listener: () => void): (() => void) => sendQueue().subscribe(listener);
const getSnapshot = (): readonly Sending[] => sendQueue().getSnapshot();
const getServerSnapshot = (): readonly Sending[] => NONE;

/** What is on its way, and the queue that sends it. The page is made anew when something has come or was read. */
export function useSending(): { sendings: readonly Sending[]; queue: () => SendQueue } {
  const router = useRouter();
  const sendings = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot);
  const settled = sendings.reduce(
    (sum, { publicId, state }) => sum + (publicId ? 1 : 0) + (state === 'done' ? 1 : 0),
    0,
  );
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (settled === 0) return;
    const refresh = (): void => {
      timer.current = isSending(document) ? setTimeout(refresh, REFRESH_MS) : undefined;
      if (timer.current === undefined) router.refresh();
    };
    timer.current ??= setTimeout(refresh, REFRESH_MS);
  }, [settled, router]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return { sendings, queue: sendQueue };
}
