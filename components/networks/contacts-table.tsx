'use client';

import { Link } from '@/components/ui/link';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { EvidenceMark } from '@/components/ui/evidence-mark';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';
import type { ContactRole } from '@/lib/model';

interface Props {
  contacts: ReadonlyArray<{ id: number; handle: string; name: string | null; role: ContactRole; answerId: number }>;
  path: string;
  params: PageParams;
}

/** Who is named on a network, as what, and the answer that says so. */
export function ContactsTable({ contacts, path, params }: Props) {
  const { t } = useWords();
  if (contacts.length === 0) return <p className="text-s text-ink-3">{t('page.network.contacts.none')}</p>;
  return (
    <Table caption={t('page.network.contacts')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.organisation.handle')}</Th>
          <Th>{t('page.organisation.name')}</Th>
          <Th>{t('page.network.role')}</Th>
          <Th right>{t('page.network.how')}</Th>
        </tr>
      </thead>
      <tbody>
        {contacts.map(({ id, handle, name, role, answerId }, index) => (
          <Row key={`${id} ${role}`}>
            <Td>
              <Link href={`/contacts/${id}`}>
                <Mono text={handle} />
              </Link>
            </Td>
            <Td>{name === null ? <span className="text-ink-3">–</span> : <Name text={name} />}</Td>
            <Td className="text-ink-2">{t(`page.role.${role}`)}</Td>
            <Td right>
              <EvidenceMark
                number={index + 1}
                href={hrefWith(path, params, { evidence: formatEvidence([{ kind: 'answer', id: answerId }]) })}
                first
              />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Name({ text }: { text: string }) {
  return (
    <bdi>
      <Visible text={text} />
    </bdi>
  );
}
