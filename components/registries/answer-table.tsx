'use client';

import { QueryText } from '@/components/evidence/query-text';
import { Link } from '@/components/ui/link';
import { Chip } from '@/components/ui/chip';
import { Empty } from '@/components/ui/empty';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Pager } from '@/components/ui/pager';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { formatBytes, isMessageKey } from '@/lib/messages';

/** A kept answer without its text. */
export interface KeptAnswerView {
  publicId: string;
  server: string;
  query: string;
  askedMs: number;
  status: string;
  source: 'live' | 'pasted' | 'sample';
  sizeBytes: number;
}

interface Props {
  answers: readonly KeptAnswerView[];
  total: number;
  offset: number;
  limit: number;
  utcOffsetMinutes: number;
}

/** The answers kept as evidence, the newest first. */
export function AnswerTable({ answers, total, offset, limit, utcOffsetMinutes }: Props) {
  const { t, language } = useWords();
  if (total === 0) {
    return (
      <>
        <SectionHeading>{t('page.registries.kept')}</SectionHeading>
        <Empty title={t('page.registries.kept-none')} sentence={t('page.registries.kept-none-hint')} />
      </>
    );
  }
  const href = (at: number): string => (at === 0 ? '/registries' : `/registries?offset=${at}`);
  return (
    <div className="mt-8">
      <Table caption={t('page.registries.kept')}>
        <thead>
          <tr>
            <Th>{t('page.registries.asked-at')}</Th>
            <Th>{t('page.registries.registry')}</Th>
            <Th>{t('page.registries.query')}</Th>
            <Th>{t('page.registries.outcome')}</Th>
            <Th right>{t('page.registries.size')}</Th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <Row key={answer.publicId}>
              <Td className="max-md:min-w-32 max-md:[&_time]:whitespace-normal">
                <Link href={`/registries/answers/${answer.publicId}`} data-open>
                  <Time at={answer.askedMs} utcOffsetMinutes={utcOffsetMinutes} style="second" />
                </Link>
              </Td>
              <Td>
                <Mono text={answer.server} />
              </Td>
              <Td className="min-w-32">
                <QueryText query={answer.query} shorten={48} />
              </Td>
              <Td className="whitespace-nowrap">
                <Status status={answer.status} />{' '}
                {answer.source === 'live' ? null : <Chip dashed>{t(`source.${answer.source}`)}</Chip>}
              </Td>
              <Td right>{formatBytes(answer.sizeBytes, language)}</Td>
            </Row>
          ))}
        </tbody>
      </Table>
      <Pager
        shown={total > limit ? t('page.registries.shown', { shown: answers.length, total }) : undefined}
        newerHref={offset > 0 ? href(Math.max(0, offset - limit)) : null}
        olderHref={offset + limit < total ? href(offset + limit) : null}
      />
    </div>
  );
}

/** How an exchange ended, in a word. */
export function Status({ status }: { status: string }) {
  const { t } = useWords();
  const key = `page.registries.status.${status}`;
  return isMessageKey(key) ? t(key) : status;
}
