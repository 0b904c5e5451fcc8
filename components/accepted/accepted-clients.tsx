'use client';

import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { formatNumber } from '@/lib/messages';
import { formatUtcDay } from '@/lib/model';

export interface AcceptedClientView {
  text: string;
  /** The network or prefix it lies in. */
  network: string | null;
  messages: number;
  recipients: number;
  lastMs: number;
}

/** The addresses whose mail the user's server accepted, as counted by UTC days. */
export function AcceptedClients({ clients }: { clients: readonly AcceptedClientView[] }) {
  const { t, language } = useWords();
  return (
    <Table caption={t('accepted.title')} hideCaption>
      <thead>
        <tr>
          <Th>{t('kind.address')}</Th>
          <Th>{t('accepted.column.network')}</Th>
          <Th right>{t('accepted.column.messages')}</Th>
          <Th right>{t('accepted.column.recipients')}</Th>
          <Th right>{t('accepted.column.last')}</Th>
        </tr>
      </thead>
      <tbody>
        {clients.map(({ text, network, messages, recipients, lastMs }) => (
          <Row key={text}>
            <Td>
              <Mono text={text} />
            </Td>
            <Td>{network === null ? null : <Mono text={network} className="text-ink-2" />}</Td>
            <Td right>{formatNumber(messages, language)}</Td>
            <Td right>{formatNumber(recipients, language)}</Td>
            <Td right>{formatUtcDay(lastMs)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
