'use client';

import { Link } from '@/components/ui/link';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';

interface Props {
  contacts: ReadonlyArray<{ id: number; handle: string; name: string | null; networks: number }>;
}

/** The contacts named on an organisation's networks, and on how many of them. */
export function OrganisationContacts({ contacts }: Props) {
  const { t } = useWords();
  if (contacts.length === 0) return <p className="text-s text-ink-3">{t('page.network.contacts.none')}</p>;
  return (
    <Table caption={t('page.organisation.contacts')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.organisation.handle')}</Th>
          <Th>{t('page.organisation.name')}</Th>
          <Th right>{t('page.organisation.contact.networks')}</Th>
        </tr>
      </thead>
      <tbody>
        {contacts.map(({ id, handle, name, networks }) => (
          <Row key={id}>
            <Td>
              <Link href={`/contacts/${id}`}>
                <Mono text={handle} />
              </Link>
            </Td>
            <Td>
              {name === null ? (
                <span className="text-ink-3">–</span>
              ) : (
                <bdi>
                  <Visible text={name} />
                </bdi>
              )}
            </Td>
            <Td right>
              <Count value={networks} href={`/contacts/${id}`} />
            </Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
