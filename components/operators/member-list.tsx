'use client';

import { pageUnder } from '@/components/events/events-href';
import { refusalsHref } from '@/components/groups/group-view';
import { Link } from '@/components/ui/link';
import { ActionForm } from '@/components/evidence/action-form';
import { RegistryName } from '@/components/networks/registry-name';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { SubmitButton } from '@/components/ui/submit-button';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';
import type { FormAction } from './verdict-actions';

interface Props {
  operator: string;
  organisations: ReadonlyArray<{ id: number; name: string; handle: string | null; registry: string; events: number }>;
  /** The filter under which refusals were counted; '' where none. */
  filter: string;
  split: FormAction;
  canSplit: boolean;
}

/** The organisations held to be one hand; each can be split off. */
export function MemberList({ operator, organisations, filter, split, canSplit }: Props) {
  const { t } = useWords();
  return (
    <Table caption={t('page.operators.members')} hideCaption>
      <thead>
        <tr>
          <Th>{t('kind.organisation')}</Th>
          <Th>{t('page.operators.members.registry')}</Th>
          <Th right>{t('page.operators.networks.refusals')}</Th>
          {canSplit ? (
            <Th right>
              <span className="sr-only">{t('verdict.split')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {organisations.map(({ id, name, handle, registry, events }) => (
          <Row key={id}>
            <Td>
              <Link href={pageUnder(`/organisations/${id}`, filter)}>
                <bdi>
                  <Visible text={name} />
                </bdi>
              </Link>
            </Td>
            <Td className="text-ink-2">
              <RegistryName id={registry} />
              {handle ? (
                <>
                  {' '}
                  <Mono text={handle} />
                </>
              ) : null}
            </Td>
            <Td right>
              <Count value={events} href={refusalsHref(filter, 'org', `#${id}`)} />
            </Td>
            {canSplit ? (
              <Td right>
                <ActionForm action={split} fields={{ operator, organisation: String(id) }}>
                  <SubmitButton look="quiet" keyHint="s">
                    {t('verdict.split')}
                  </SubmitButton>
                </ActionForm>
              </Td>
            ) : null}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
