'use client';

import { Link } from '@/components/ui/link';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { SectionHeading } from '@/components/ui/headings';
import { EvidenceMark } from '@/components/ui/evidence-mark';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import { isMessageKey } from '@/lib/messages';

interface Props {
  changes: ReadonlyArray<{
    id: number;
    atMs: number;
    utcOffsetMinutes: number;
    field: string;
    old: string | null;
    new: string | null;
    oldAnswerId: number;
    newAnswerId: number;
    /** Of which network, on the page of the organisation that has it; null: of the organisation. */
    network?: { id: number; text: string } | null;
  }>;
  path: string;
  params: PageParams;
}

/** What a registry told differently later: when, from what, to what, and both answers. */
export function ChangesTable({ changes, path, params }: Props) {
  const { t } = useWords();
  if (changes.length === 0) return null;
  const value = (text: string | null) =>
    text === null ? (
      <span className="text-ink-3">{t('page.changes.none')}</span>
    ) : (
      <bdi className="whitespace-pre-line">
        <Visible text={text} keep={'\n'} />
      </bdi>
    );
  const mark = (number: number, id: number) => (
    <EvidenceMark
      number={number}
      href={hrefWith(path, params, { evidence: formatEvidence([{ kind: 'answer', id }]) })}
      first={number % 2 === 1}
    />
  );
  return (
    <>
      <SectionHeading>{t('page.changes')}</SectionHeading>
      <Table caption={t('page.changes')} hideCaption>
        <thead>
          <tr>
            <Th>{t('page.changes.when')}</Th>
            <Th>{t('page.changes.what')}</Th>
            <Th>{t('page.changes.before')}</Th>
            <Th>{t('page.changes.after')}</Th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => {
            const key = `page.changes.field.${change.field}`;
            return (
              <Row key={change.id}>
                <Td className="whitespace-nowrap">
                  <Time at={change.atMs} utcOffsetMinutes={change.utcOffsetMinutes} />
                </Td>
                <Td className="min-w-24">
                  {isMessageKey(key) ? t(key) : change.field}
                  {change.network ? (
                    <Link href={`/networks/${change.network.id}`} className="block">
                      <Mono text={change.network.text} />
                    </Link>
                  ) : null}
                </Td>
                <Td>
                  {value(change.old)} {mark(2 * index + 1, change.oldAnswerId)}
                </Td>
                <Td>
                  {value(change.new)} {mark(2 * index + 2, change.newAnswerId)}
                </Td>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </>
  );
}
