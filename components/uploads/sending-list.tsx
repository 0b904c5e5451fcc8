'use client';

import Link from 'next/link';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { Rich } from '@/components/ui/rich';
import { formatBytes } from '@/lib/messages';
import { ReadingProgress } from './reading-progress';
import type { Sending } from './use-sending';

function SendingItem({ sending }: { sending: Sending }) {
  const { t, rich, language } = useWords();
  const { name, state, sent, total, publicId, error } = sending;
  if (state === 'failed') return <Notice tone="error">{error ? <Rich parts={rich(error)} /> : null}</Notice>;
  if (state === 'waiting') return <Progress label={t('page.uploads.queued', { name })} value={0} />;
  if (publicId === null) {
    return (
      <Progress
        label={t('page.uploads.sending', { name })}
        value={total > 0 ? sent / total : undefined}
        text={t('page.uploads.bytes', { sent: formatBytes(sent, language), total: formatBytes(total, language) })}
      />
    );
  }
  return (
    <>
      <p className="text-s">
        {t(state === 'duplicate' ? 'page.uploads.duplicate' : 'page.uploads.received')}{' '}
        <Link href={`/uploads/${publicId}`}>
          <Mono text={name} shorten={60} />
        </Link>
      </p>
      {state === 'received' ? <ReadingProgress publicId={publicId} name={name} /> : null}
    </>
  );
}

/** What was just dropped, and how far each of it is. */
export function SendingList({ sendings }: { sendings: readonly Sending[] }) {
  const { t } = useWords();
  if (sendings.length === 0) return null;
  return (
    <ul aria-label={t('page.uploads.sendings')} className="mt-4 grid gap-3">
      {sendings.map((sending) => (
        <li key={sending.id}>
          <SendingItem sending={sending} />
        </li>
      ))}
    </ul>
  );
}
