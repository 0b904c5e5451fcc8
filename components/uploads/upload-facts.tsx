'use client';

import { eventsHref } from '@/components/events/events-href';
import { idValue } from '@/lib/filter';
import { CopyButton } from '@/components/ui/copy-button';
import { Count } from '@/components/ui/count';
import { Facts } from '@/components/ui/facts';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Time } from '@/components/ui/time';
import { formatBytes, formatNumber } from '@/lib/messages';
import { formatFound } from './found-formats';
import { TimeRange } from './time-range';
import type { UploadView } from './upload-view';

interface Props {
  upload: UploadView & { fileOffset: number };
  /** True of an archive: what was counted is told by its files. */
  isCarrier: boolean;
}

/** What was counted, how the stamps were dated, and what proves that this is the file. */
export function UploadFacts({ upload, isCarrier }: Props) {
  const { t, language } = useWords();
  const events = eventsHref(['upload', idValue(upload.publicId)]);
  const number = (value: number): string => formatNumber(value, language);
  const counted = [
    { label: t('page.uploads.lines'), value: number(upload.lines) },
    { label: t('page.uploads.events'), value: <Count value={upload.events} href={events} /> },
    { label: t('page.uploads.formats'), value: formatFound(upload.formats, language) || null },
    { label: t('page.uploads.addresses'), value: <Count value={upload.addresses} href={events} /> },
    { label: t('page.uploads.unparsed'), value: <Count value={upload.unparsed} href="#unparsed" /> },
    { label: t('page.uploads.range'), value: <TimeRange {...upload} /> },
    {
      label: t('page.uploads.zone'),
      value: (
        <>
          <Mono text={upload.zone} /> <span className="text-ink-3">{t('page.uploads.zone-why')}</span>
        </>
      ),
    },
    {
      label: t('page.uploads.year'),
      value:
        upload.year === null ? (
          <>
            {t('page.uploads.year-from-file')} <Time at={upload.fileTimeMs} utcOffsetMinutes={upload.fileOffset} />
          </>
        ) : (
          t('page.uploads.year-given', { year: String(upload.year) })
        ),
    },
  ];
  return (
    <>
      <SectionHeading>{t('page.uploads.facts')}</SectionHeading>
      <Facts
        items={[
          ...(isCarrier ? [] : counted),
          {
            label: t('page.uploads.received-at'),
            value: <Time at={upload.receivedMs} utcOffsetMinutes={upload.receivedOffset} />,
          },
          { label: t('page.uploads.size'), value: formatBytes(upload.sizeBytes, language) },
          {
            label: 'SHA-256',
            value: upload.sha256 ? (
              <span className="flex flex-wrap items-baseline gap-x-2">
                <Mono text={upload.sha256} shorten={18} />
                <CopyButton text={upload.sha256} look="quiet" />
              </span>
            ) : null,
          },
        ]}
      />
      {upload.pasted ? <p className="mt-3 max-w-[68ch] text-s text-ink-2">{t('page.uploads.read-as-paste')}</p> : null}
    </>
  );
}
