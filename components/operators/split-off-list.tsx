'use client';

import { Link } from '@/components/ui/link';
import { ActionForm } from '@/components/evidence/action-form';
import { RegistryName } from '@/components/networks/registry-name';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { SubmitButton } from '@/components/ui/submit-button';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';
import type { FormAction } from './verdict-actions';

interface Props {
  operator: string;
  members: ReadonlyArray<{ organisationId: number | null; networkId: number | null; name: string; registry: string }>;
  undoSplit: FormAction;
}

/** What a person took out of an operator, each with the way back. Nothing where there is none. */
export function SplitOffList({ operator, members, undoSplit }: Props) {
  const { t } = useWords();
  if (members.length === 0) return null;
  return (
    <>
      <SectionHeading>{t('page.operators.split-off')}</SectionHeading>
      <p className="mb-2 text-s text-ink-3">{t('page.operators.split-off.note')}</p>
      <Table caption={t('page.operators.split-off')} hideCaption>
        <thead className="sr-only">
          <tr>
            <Th>{t('page.operators.split-off')}</Th>
            <Th>{t('page.operators.members.registry')}</Th>
            <Th>{t('verdict.undo')}</Th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ organisationId, networkId, name, registry }) => (
            <Row key={`${organisationId} ${networkId}`}>
              <Td>
                {organisationId !== null ? (
                  <Link href={`/organisations/${organisationId}`}>
                    <bdi>
                      <Visible text={name} />
                    </bdi>
                  </Link>
                ) : (
                  <Link href={`/networks/${networkId}`}>
                    <Mono text={name} />
                  </Link>
                )}
              </Td>
              <Td className="text-ink-2">
                <RegistryName id={registry} />
              </Td>
              <Td right>
                <ActionForm
                  action={undoSplit}
                  fields={{ operator, organisation: String(organisationId ?? ''), network: String(networkId ?? '') }}
                >
                  <SubmitButton look="quiet" keyHint="u">
                    {t('verdict.undo')}
                  </SubmitButton>
                </ActionForm>
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </>
  );
}
