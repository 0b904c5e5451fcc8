'use client';

import { Link } from '@/components/ui/link';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { LogBox, LogLine } from '@/components/ui/log-line';
import { Mono } from '@/components/ui/mono';
import { Pager } from '@/components/ui/pager';
import type { UnparsedReason } from '@/lib/model';

export interface ShapesView {
  groups: ReadonlyArray<{
    reason: UnparsedReason;
    shape: string;
    count: number;
    samples: ReadonlyArray<{ line: number; text: string }>;
  }>;
  total: number;
  others: number;
}

interface Props {
  publicId: string;
  shapes: ShapesView;
  lines: number;
  page: { offset: number; limit: number };
}

/** Lines that looked like refusals and were not understood, by their shape: why, how many, and some as they stand. */
export function UnparsedGroups({ publicId, shapes, lines, page }: Props) {
  const { t } = useWords();
  if (lines === 0) return null;
  const { offset, limit } = page;
  const { groups, total, others } = shapes;
  const href = (at: number): string => `/uploads/${publicId}${at > 0 ? `?offset=${at}` : ''}#unparsed`;
  return (
    <section aria-labelledby="unparsed">
      <SectionHeading
        id="unparsed"
        aside={<Link href={`/uploads/${publicId}?lines=1#unparsed`}>{t('page.uploads.shape-lines')}</Link>}
      >
        {t('page.uploads.unparsed-title', { count: lines })}
      </SectionHeading>
      <ul className="divide-y divide-line border-y border-line">
        {groups.map(({ reason, shape, count, samples }) => (
          <li key={`${reason} ${shape}`} className="py-2 text-s">
            <details>
              <summary className="flex flex-wrap items-baseline gap-x-3">
                <b className="font-medium">{t('page.uploads.shape-count', { count })}</b>
                <span className="text-ink-2">{t(`page.uploads.reason-short.${reason}`)}</span>
                <span className="min-w-0 basis-full text-ink-2">
                  <Mono text={shape} />
                </span>
              </summary>
              <div className="mt-2">
                <LogBox label={t('page.uploads.shape-samples')}>
                  {samples.map(({ line, text }) => (
                    <span key={line} className="block not-first:mt-2">
                      <span className="block font-sans text-xs text-ink-3">{t('evidence.line', { line })}</span>
                      <LogLine text={text} parts={[]} />
                    </span>
                  ))}
                </LogBox>
              </div>
            </details>
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <p className="mt-2 text-s text-ink-2">{t('page.uploads.shape-others', { count: others })}</p>
      ) : null}
      <Pager
        shown={total > limit ? t('page.uploads.unparsed-shown', { shown: groups.length, total }) : undefined}
        newerHref={offset > 0 ? href(Math.max(0, offset - limit)) : null}
        olderHref={offset + limit < total ? href(offset + limit) : null}
      />
    </section>
  );
}
