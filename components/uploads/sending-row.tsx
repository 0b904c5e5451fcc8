'use client';

import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Progress } from '@/components/ui/progress';
import { Rich } from '@/components/ui/rich';
import { formatBytes } from '@/lib/messages';
import { ReadingBar } from './reading-progress';
import type { Sending, SendQueue } from './send-queue';

interface Props {
  sending: Sending;
  queue: () => SendQueue;
}

/** One file on its way: how far it is, what holds it up, and what can be done. */
export function SendingRow({ sending, queue }: Props) {
  const { t, rich } = useWords();
  const { id, name, state, publicId, reading, error } = sending;
  const button = (word: string, press: () => void): ReactNode => (
    <Button look="quiet" onClick={press} aria-label={`${word}: ${name}`}>
      {word}
    </Button>
  );
  const pause = button(t('page.uploads.send.pause'), () => queue().pause(id));
  const cancel = button(t('page.uploads.send.cancel'), () => queue().cancel(id));
  const resume = (word: string): ReactNode => button(word, () => queue().resume(id));
  switch (state) {
    case 'waiting':
      return <Line buttons={cancel}>{t('page.uploads.queued', { name })}</Line>;
    case 'sending':
    case 'checking':
      return <Bar sending={sending} buttons={state === 'sending' ? [pause, cancel] : null} />;
    case 'paused':
      return <Bar sending={sending} buttons={[resume(t('page.uploads.send.resume')), cancel]} />;
    case 'lost':
      return <Bar sending={sending} buttons={[resume(t('page.uploads.send.try-now')), cancel]} />;
    case 'reading':
      return reading ? (
        <ReadingBar now={reading} name={name} />
      ) : (
        <Progress label={t('page.uploads.waiting', { name })} />
      );
    case 'failed':
      return (
        <Line alert buttons={[publicId ? null : resume(t('page.uploads.send.again')), cancel]}>
          <Mono text={name} shorten={60} />
          {': '}
          {error ? <Rich parts={rich(error)} /> : t('page.uploads.state.failed')}
        </Line>
      );
    case 'done':
    case 'duplicate':
      return (
        <Line>
          {t(state === 'done' ? 'page.uploads.send.read' : 'page.uploads.duplicate')}{' '}
          <Link href={`/uploads/${publicId ?? ''}`}>
            <Mono text={name} shorten={60} />
          </Link>
          {state === 'done' && reading
            ? ` ${t('page.uploads.send.result', { lines: reading.lines, events: reading.events })}`
            : null}
        </Line>
      );
  }
}

function Line({ alert = false, buttons, children }: { alert?: boolean; buttons?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-s" role={alert ? 'alert' : undefined}>
      <p className={`min-w-0 flex-1 ${alert ? 'border-l-3 border-ink pl-2' : ''}`}>{children}</p>
      {buttons ? <span className="flex gap-1">{buttons}</span> : null}
    </div>
  );
}

function Bar({ sending, buttons }: { sending: Sending; buttons: ReactNode }) {
  const { t, language } = useWords();
  const { name, state, sent, total, resumedAt, retryMs } = sending;
  const bytes = (value: number): string => formatBytes(value, language);
  const label = { sending: 'sending', checking: 'send.checking', paused: 'send.paused', lost: 'send.lost' } as const;
  const key = label[state as keyof typeof label];
  const notes = [
    ...(resumedAt > 0 ? [t('page.uploads.send.going-on', { at: bytes(resumedAt) })] : []),
    ...(state === 'lost' ? [t('page.uploads.send.lost-what', { seconds: Math.ceil(retryMs / 1000) })] : []),
    ...(state === 'checking' ? [t('page.uploads.send.checking-what')] : []),
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-4">
      <Progress
        label={t(`page.uploads.${key}`, { name })}
        value={total > 0 ? sent / total : undefined}
        text={t('page.uploads.bytes', { sent: bytes(sent), total: bytes(total) })}
      />
      <span className="-mb-2 flex gap-1">{buttons}</span>
      {notes.length > 0 ? (
        <p className="col-span-2 text-s text-ink-2" role={state === 'lost' ? 'status' : undefined}>
          {notes.join(' ')}
        </p>
      ) : null}
    </div>
  );
}
