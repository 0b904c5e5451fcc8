'use client';

import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Table, Td, Th } from '@/components/ui/table';
import { formatNumber } from '@/lib/messages';
import type { TimelineBucket } from './timeline-bucket';

interface Props {
  caption: string;
  buckets: readonly TimelineBucket[];
  label: (at: number) => string;
}

/** The bars as rows; hours or days without refusals are left out. */
export function TimelineTable({ caption, buckets, label }: Props) {
  const { t, language } = useWords();
  const filled = buckets.filter(({ firstTries, retries }) => firstTries + retries > 0);
  return (
    <details className="mt-1 text-s">
      <summary className="text-ink-3">{t('ui.table')}</summary>
      <div className="mt-2 max-h-80 overflow-y-auto">
        <Table caption={caption} hideCaption>
          <thead>
            <tr>
              <Th>{t('chart.time')}</Th>
              <Th right>{t('chart.first-tries')}</Th>
              <Th right>{t('chart.retries')}</Th>
              <Th right>{t('chart.refusals')}</Th>
            </tr>
          </thead>
          <tbody>
            {filled.map(({ at, firstTries, retries, href }) => (
              <tr key={at}>
                <Td className="whitespace-nowrap">{label(at)}</Td>
                <Td right>{formatNumber(firstTries, language)}</Td>
                <Td right>{formatNumber(retries, language)}</Td>
                <Td right>
                  {href ? (
                    <Count value={firstTries + retries} href={href} />
                  ) : (
                    formatNumber(firstTries + retries, language)
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
