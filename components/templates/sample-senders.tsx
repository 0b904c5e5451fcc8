'use client';

import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';

/** A few senders as they were logged. */
export function SampleSenders({ senders }: { senders: readonly string[] }) {
  const { t } = useWords();
  if (senders.length === 0) return null;
  return (
    <>
      <SectionHeading>{t('page.template.samples')}</SectionHeading>
      <ul className="text-s">
        {senders.map((sender) => (
          <li key={sender} className="border-b border-line py-1">
            <Mono text={sender} />
          </li>
        ))}
      </ul>
    </>
  );
}
