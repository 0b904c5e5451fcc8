'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { LogBox, LogLine } from '@/components/ui/log-line';
import { Pager } from '@/components/ui/pager';
import type { UnparsedReason } from '@/lib/model';

export interface UnparsedView {
  rows: ReadonlyArray<{ line: number; reason: UnparsedReason; text: string }>;
  reasons: ReadonlyArray<{ reason: UnparsedReason; count: number }>;
}

interface Props {
  publicId: string;
  unparsed: UnparsedView;
  total: number;
  page: { offset: number; limit: number };
}

/** Lines that looked like refusals and were not understood: why, and as they stand. */
export function UnparsedList({ publicId, unparsed, total, page }: Props) {
  const { t } = useWords();
  if (total === 0) return null;
  const href = (offset: number): string =>
    `/uploads/${publicId}?lines=1${offset > 0 ? `&offset=${offset}` : ''}#unparsed`;
  const { offset, limit } = page;
  return (
    <section aria-labelledby="unparsed">
      <SectionHeading
        id="unparsed"
        aside={<CopyButton text={unparsed.rows.map(({ text }) => `${text}\n`).join('')} look="quiet" />}
      >
        {t('page.uploads.unparsed-title', { count: total })}
      </SectionHeading>
      <ul className="mb-3 list-disc pl-5 text-s text-ink-2">
        {unparsed.reasons.map(({ reason, count }) => (
          <li key={reason}>{t(`page.uploads.reason.${reason}`, { count })}</li>
        ))}
      </ul>
      <LogBox label={t('page.uploads.unparsed-title', { count: total })}>
        {unparsed.rows.map(({ line, reason, text }) => (
          <span key={line} className="block not-first:mt-2">
            <span className="block font-sans text-xs text-ink-3">
              {t('evidence.line', { line })} · {t(`page.uploads.reason-short.${reason}`)}
            </span>
            <LogLine text={text} parts={[]} />
          </span>
        ))}
      </LogBox>
      <Pager
        shown={total > limit ? t('page.uploads.unparsed-shown', { shown: unparsed.rows.length, total }) : undefined}
        newerHref={offset > 0 ? href(Math.max(0, offset - limit)) : null}
        olderHref={offset + limit < total ? href(offset + limit) : null}
      />
    </section>
  );
}
