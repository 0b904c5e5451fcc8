'use client';

import { ActionForm } from '@/components/evidence/action-form';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { formatBytes } from '@/lib/messages';
import type { UploadAction } from './redate-form';
import { useSending } from './use-sending';

/** An upload that is not complete; times epoch ms, the offset minutes east of UTC. */
export interface ComingView {
  publicId: string;
  name: string;
  received: number;
  sizeBytes: number;
  active: boolean;
  lastMs: number;
  lastOffset: number;
}

/** A file, wherever it was sent from. */
const keyOf = (name: string, size: number): string => `${size} ${name.slice(name.lastIndexOf('/') + 1)}`;

/** What came in half: how much of it, how to go on, and how to be rid of it. */
export function StoppedList({ coming, discard }: { coming: readonly ComingView[]; discard: UploadAction }) {
  const { t, language } = useWords();
  const { sendings } = useSending();
  // What this tab is sending stands above, with its own progress.
  const own = new Set(
    sendings.filter(({ publicId }) => publicId === null).map(({ name, total }) => keyOf(name, total)),
  );
  const stopped = coming.filter(({ name, sizeBytes }) => !own.has(keyOf(name, sizeBytes)));
  if (stopped.length === 0) return null;
  return (
    <>
      <SectionHeading>{t('page.uploads.stopped-title', { count: stopped.length })}</SectionHeading>
      <ul aria-label={t('page.uploads.stopped-title', { count: stopped.length })} className="grid gap-3">
        {stopped.map(({ publicId, name, received, sizeBytes, active, lastMs, lastOffset }) => (
          <li key={publicId} className="flex flex-wrap items-baseline justify-between gap-x-4 text-s">
            <p className="min-w-0 flex-1 basis-72">
              <Mono text={name} shorten={60} />{' '}
              <span className="text-ink-2">
                {t(active ? 'page.uploads.coming' : 'page.uploads.stopped', {
                  received: formatBytes(received, language),
                  size: formatBytes(sizeBytes, language),
                })}
              </span>{' '}
              <span className="text-ink-3">
                <Time at={lastMs} utcOffsetMinutes={lastOffset} />
              </span>
            </p>
            {active ? null : (
              <ActionForm action={discard} fields={{ id: publicId }}>
                <SubmitButton look="quiet">{t('page.uploads.discard')}</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
