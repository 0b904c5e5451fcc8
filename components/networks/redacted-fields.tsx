'use client';

import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';

interface Props {
  redactions: ReadonlyArray<{ handle: string | null; field: string; reason: string | null }>;
}

/** What the registry says it keeps back: not the same as what it does not have. */
export function RedactedFields({ redactions }: Props) {
  const { t } = useWords();
  if (redactions.length === 0) return null;
  return (
    <>
      <SectionHeading>{t('page.network.redacted')}</SectionHeading>
      <p className="text-s text-ink-3">{t('page.network.redacted.hint')}</p>
      <ul className="text-s">
        {redactions.map(({ handle, field, reason }, index) => (
          <li key={index} className="border-b border-line py-1">
            <bdi>
              <Visible text={field} />
            </bdi>{' '}
            {handle === null ? null : <Mono text={handle} className="text-ink-3" />}
            {reason === null ? null : (
              <bdi className="block text-ink-3">
                <Visible text={reason} />
              </bdi>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
