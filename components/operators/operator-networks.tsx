'use client';

import { pageUnder } from '@/components/events/events-href';
import { refusalsHref } from '@/components/groups/group-view';
import { Link } from '@/components/ui/link';
import { ActionForm } from '@/components/evidence/action-form';
import { AddressMap } from '@/components/ui/address-map';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { SubmitButton } from '@/components/ui/submit-button';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';
import type { FormAction } from './verdict-actions';

export interface NetworkView {
  id: number;
  text: string;
  organisation: string | null;
  organisationId: number | null;
  events: number;
  addresses: number;
  cells: boolean[];
  /** True where it belongs to the operator by itself, not by its organisation: then it can be split off. */
  single: boolean;
}

interface Props {
  operator: string;
  networks: readonly NetworkView[];
  /** The filter under which refusals were counted; '' where none. */
  filter: string;
  split: FormAction;
  /** False where it is the operator's only member. */
  canSplit: boolean;
}

/** An operator's networks: seen ones first, each as a map of what the log saw in it. */
export function OperatorNetworks({ operator, networks, filter, split, canSplit }: Props) {
  const { t } = useWords();
  const withSplit = canSplit && networks.some(({ single }) => single);
  return (
    <Table caption={t('page.operators.networks')} hideCaption>
      <thead>
        <tr>
          <Th>{t('page.operators.networks.network')}</Th>
          <Th>{t('page.operators.networks.organisation')}</Th>
          <Th>{t('page.operators.networks.addresses')}</Th>
          <Th right>{t('page.operators.networks.refusals')}</Th>
          {withSplit ? <Th>{t('verdict.split')}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {networks.map((network) => (
          <Row key={network.id}>
            <Td>
              <Link href={pageUnder(`/networks/${network.id}`, filter)}>
                <Mono text={network.text} />
              </Link>
            </Td>
            <Td>
              {network.organisation !== null && network.organisationId !== null ? (
                <Link href={pageUnder(`/organisations/${network.organisationId}`, filter)}>
                  <bdi>
                    <Visible text={network.organisation} />
                  </bdi>
                </Link>
              ) : (
                <span className="text-ink-3">{t('page.operators.networks.nobody')}</span>
              )}
            </Td>
            <Td className="min-w-32">
              <AddressMap cells={network.cells} />
            </Td>
            <Td right>
              <Count value={network.events} href={refusalsHref(filter, 'net', `#${network.id}`)} />
            </Td>
            {withSplit ? (
              <Td>
                {network.single ? (
                  <ActionForm action={split} fields={{ operator, network: String(network.id) }}>
                    <SubmitButton look="quiet" keyHint="s">
                      {t('verdict.split')}
                    </SubmitButton>
                  </ActionForm>
                ) : null}
              </Td>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
