'use client';

import { refusalsHref } from '@/components/groups/group-view';
import { Link } from '@/components/ui/link';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { Count } from '@/components/ui/count';
import { EvidenceMark } from '@/components/ui/evidence-mark';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import type { ContactRole } from '@/lib/model';
import { OrganisationLink } from './networks-table';

interface Props {
  /** The filter under which refusals were counted; '' where none. */
  filter: string;
  networks: ReadonlyArray<{
    id: number;
    text: string;
    organisation: string | null;
    organisationId: number | null;
    roles: ContactRole[];
    events: number;
    answerId: number;
  }>;
  path: string;
  params: PageParams;
}

/** All networks that name one contact, each with the parts it plays and the answer that says so. */
export function NamingNetworks({ networks, filter, path, params }: Props) {
  const { t, language } = useWords();
  if (networks.length === 0) return null;
  return (
    <Table caption={t('page.contact.networks')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.networks.column.network')}</Th>
          <Th>{t('page.networks.column.organisation')}</Th>
          <Th>{t('page.contact.networks.part')}</Th>
          <Th right>{t('page.networks.column.refusals')}</Th>
          <Th right>{t('page.network.how')}</Th>
        </tr>
      </thead>
      <tbody>
        {networks.map(({ id, text, organisation, organisationId, roles, events, answerId }, index) => (
          <Row key={id}>
            <Td className="whitespace-nowrap">
              <Link href={`/networks/${id}`}>
                <Mono text={text} />
              </Link>
            </Td>
            <Td className="min-w-40">
              <OrganisationLink id={organisationId} name={organisation} />
            </Td>
            <Td className="min-w-36 text-ink-2">
              {roles.map((role) => t(`page.role.${role}`)).join(language === 'ja' ? '、' : ', ')}
            </Td>
            <Td right>
              {events === 0 ? (
                <span className="text-ink-3">{t('ui.not-seen')}</span>
              ) : (
                <Count value={events} href={refusalsHref(filter, 'net', `#${id}`)} />
              )}
            </Td>
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
