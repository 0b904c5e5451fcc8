'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Message } from '@/lib/model';
import { SendError, sendFile, type SendOptions } from './send-file';

/** One file on its way. */
export interface Sending {
  id: number;
  name: string;
  state: 'waiting' | 'sending' | 'received' | 'duplicate' | 'failed';
  sent: number;
  total: number;
  /** Once it was received. */
  publicId: string | null;
  error: Message | null;
}

/** Sends files one after the other; while one is on its way the browser asks before it leaves the page. */
export function useSending(): { sendings: readonly Sending[]; send: (files: readonly File[], form: FormData) => void } {
  const router = useRouter();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const nextId = useRef(0);
  const chain = useRef<Promise<void>>(Promise.resolve());
  const busy = sendings.some(({ state }) => state === 'waiting' || state === 'sending');

  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);

  const change = (id: number, more: Partial<Sending>): void =>
    setSendings((all) => all.map((sending) => (sending.id === id ? { ...sending, ...more } : sending)));

  const sendOne = async (
    id: number,
    file: File,
    choice: Pick<SendOptions, 'zone' | 'year' | 'format'>,
  ): Promise<void> => {
    change(id, { state: 'sending' });
    try {
      const onProgress = (sent: number, total: number): void => change(id, { sent, total });
      const { publicId, duplicate } = await sendFile(file, { ...choice, onProgress });
      change(id, { state: duplicate ? 'duplicate' : 'received', publicId });
    } catch (error) {
      const sentence = error instanceof SendError ? error.sentence : { key: 'act.fault', params: {} };
      change(id, { state: 'failed', error: sentence });
    }
    router.refresh();
  };

  const send = (files: readonly File[], form: FormData): void => {
    const text = (name: string): string => String(form.get(name) ?? '');
    const choice = { zone: text('zone'), year: text('year'), format: text('format') };
    for (const file of files) {
      const id = nextId.current++;
      setSendings((all) => [
        ...all,
        { id, name: file.name, state: 'waiting', sent: 0, total: file.size, publicId: null, error: null },
      ]);
      chain.current = chain.current.then(() => sendOne(id, file, choice));
    }
  };
  return { sendings, send };
}
