'use client';

import { Link } from '@/components/ui/link';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';

/** A refusal in plain data. */
export interface RefusalView {
  id: number;
  timeMs: number;
  utcOffsetMinutes: number;
  stage: string;
  code: number | null;
  sender: string | null;
  recipient: string | null;
}

interface Props {
  refusals: readonly RefusalView[];
  path: string;
  params: PageParams;
}

/** The newest refusals of one thing, each of which opens its line. */
export function LastRefusals({ refusals, path, params }: Props) {
  const { t } = useWords();
  if (refusals.length === 0) return null;
  return (
    <>
      <SectionHeading>{t('page.address.last')}</SectionHeading>
      <Table caption={t('page.address.last')} hideCaption>
        <thead>
          <tr>
            <Th>{t('page.events.time')}</Th>
            <Th>{t('page.events.refused')}</Th>
            <Th>{t('page.events.sender')}</Th>
            <Th>{t('page.events.recipient')}</Th>
          </tr>
        </thead>
        <tbody>
          {refusals.map(({ id, timeMs, utcOffsetMinutes, stage, code, sender, recipient }) => (
            <Row key={id}>
              <Td className="max-md:min-w-32 max-md:[&_time]:whitespace-normal">
                <Link href={hrefWith(path, params, { evidence: `event:${id}` })} scroll={false} data-open data-key="e">
                  <Time at={timeMs} utcOffsetMinutes={utcOffsetMinutes} style="second" />
                </Link>
              </Td>
              <Td className="whitespace-nowrap">
                <Mono text={`${stage} ${code ?? ''}`.trim()} />
              </Td>
              <Td className="min-w-40">
                {sender === '' ? (
                  <span className="text-ink-3">{t('page.events.null-sender')}</span>
                ) : sender === null ? null : (
                  <Mono text={sender} shorten={48} />
                )}
              </Td>
              <Td className="min-w-40">{recipient === null ? null : <Mono text={recipient} shorten={40} />}</Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </>
  );
}
