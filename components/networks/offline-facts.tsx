'use client';

import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';

export interface OfflineFactView {
  file: { name: string; content: string; dateMs: number };
  network: string;
  asn: number | null;
  organisation: string | null;
  country: string | null;
}

/** What the operator's own files say of an address, each with its source and date; nothing where they say nothing. */
export function OfflineFacts({ facts }: { facts: readonly OfflineFactView[] }) {
  const { t } = useWords();
  if (facts.length === 0) return null;
  return (
    <section>
      <SectionHeading>{t('offline.title')}</SectionHeading>
      <ul className="border-t border-ink text-s">
        {facts.map(({ file, network, asn, organisation, country }, index) => (
          <li key={index} className="border-b border-line py-1">
            <Mono text={network} /> {asn === null ? null : <Mono text={`AS${asn}`} />}{' '}
            {organisation === null ? null : (
              <bdi>
                <Visible text={organisation} />
              </bdi>
            )}{' '}
            {country}
            <div className="text-ink-3">
              {t('offline.according', {
                file: file.name,
                content: file.content,
                date: new Date(file.dateMs).toISOString().slice(0, 10),
              })}
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-s text-ink-3">{t('offline.note')}</p>
    </section>
  );
}
