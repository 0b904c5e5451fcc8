'use client';

import { Link } from '@/components/ui/link';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { formatBytes } from '@/lib/messages';
import { refusalsHref } from '@/components/groups/group-view';
import { Count } from '@/components/ui/count';
import type { MemberView } from './archive-members';

/** What came of each file of an archive; those that were read are uploads of their own. */
export function MemberList({ members }: { members: readonly MemberView[] }) {
  const { t, rich, language } = useWords();
  if (members.length === 0) return null;
  const title = t('page.uploads.members-title', { count: members.length });
  return (
    <>
      <SectionHeading>{title}</SectionHeading>
      <div className="max-h-[32rem] overflow-y-auto">
        <Table caption={title} hideCaption>
          <thead>
            <tr>
              <Th>{t('page.uploads.name')}</Th>
              <Th right>{t('page.uploads.size')}</Th>
              <Th right>{t('page.uploads.events')}</Th>
              <Th>{t('page.uploads.members-state')}</Th>
            </tr>
          </thead>
          <tbody>
            {members.map(({ name, sizeBytes, state, publicId, reason, upload }, place) => (
              <Row key={place}>
                <Td>
                  {upload ? (
                    <Link href={`/uploads/${publicId}`} data-open>
                      <Mono text={name} shorten={60} />
                    </Link>
                  ) : (
                    <Mono text={name} shorten={60} />
                  )}
                </Td>
                <Td right>{formatBytes(sizeBytes, language)}</Td>
                <Td right>
                  {upload ? (
                    <Count value={upload.events} href={refusalsHref('', 'upload', `#${upload.publicId}`)} />
                  ) : null}
                </Td>
                <Td>
                  {t(`page.uploads.member.${upload && state === 'read' ? upload.state : state}`)}
                  {[reason, upload?.error].map((why, index) =>
                    why ? (
                      <p key={index} className="text-xs text-ink-2">
                        <Rich parts={rich(why)} />
                      </p>
                    ) : null,
                  )}
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </>
  );
}
