'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FileChooser } from '@/components/ui/file-chooser';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { type Message, message } from '@/lib/model';

function errorOf(answer: unknown, status: number): Message {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  const known = typeof error === 'object' && error !== null && 'key' in error && typeof error.key === 'string';
  if (!known) return message('page.settings.offline-failed', { status });
  const params = 'params' in error && typeof error.params === 'object' && error.params !== null ? error.params : {};
  return { key: String(error.key), params: { ...params } };
}

/** Sends a file of networks as the raw body: such files are larger than a form may be. */
export function OfflineDataForm() {
  const { t, rich } = useWords();
  const router = useRouter();
  const chosenId = useId();
  const [chosen, setChosen] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Message | null>(null);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const file = new FormData(form).get('file');
    if (!(file instanceof File) || file.size === 0) return;
    setSending(true);
    setError(null);
    try {
      const query = new URLSearchParams({ name: file.name, lastModified: String(file.lastModified) });
      const response = await fetch(`/api/offline?${query.toString()}`, { method: 'POST', body: file });
      if (response.ok) {
        form.reset();
        setChosen('');
        router.refresh();
      } else setError(errorOf(await response.json(), response.status));
    } catch {
      // The browser tells nothing about a connection that broke, and an answer of no server of ours is no JSON.
      setError(message('page.settings.offline-failed', { status: 0 }));
    } finally {
      setSending(false);
    }
  };

  return (
    <form onSubmit={(event) => void send(event)} className="mt-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <FileChooser
          name="file"
          required
          accept=".mmdb,.csv,.tsv,.txt,.gz"
          aria-describedby={chosenId}
          onChange={(event) => setChosen(event.target.files?.[0]?.name ?? '')}
        >
          {t('page.settings.offline-add')}
        </FileChooser>
        <span id={chosenId} aria-live="polite" className="min-w-0 text-s break-words text-ink-2">
          {chosen === '' ? t('page.settings.offline-unchosen') : <Mono text={chosen} />}
        </span>
      </div>
      <div>
        <Button type="submit" disabled={sending}>
          {t(sending ? 'page.settings.offline-sending' : 'page.settings.offline-send')}
        </Button>
      </div>
      {error ? (
        <Notice tone="error">
          <Rich parts={rich(error)} />
        </Notice>
      ) : null}
    </form>
  );
}
