'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { Chip } from '@/components/ui/chip';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { formatNumber } from '@/lib/messages';

/** A token in plain data; times are epoch ms, offsets minutes east of UTC. */
export interface TokenView {
  publicId: string;
  name: string;
  zone: string;
  lines: number;
  createdMs: number;
  createdOffset: number;
  lastMs: number | null;
  lastOffset: number;
  revokedMs: number | null;
}

interface Props {
  tokens: readonly TokenView[];
  revoke: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** The tokens that were made, what came with each, and which still work. */
export function TokenTable({ tokens, revoke }: Props) {
  const { t, language } = useWords();
  return (
    <div className="mt-5">
      <Table caption={t('page.settings.token.list')}>
        <thead>
          <tr>
            <Th>{t('page.settings.token.name')}</Th>
            <Th right>{t('page.settings.token.lines')}</Th>
            <Th>{t('page.settings.token.last')}</Th>
            <Th className="max-md:hidden">{t('page.settings.token.made')}</Th>
            <Th>
              <span className="sr-only">{t('page.settings.token.revoke')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.publicId}>
              <Td>
                <Mono text={token.name} /> <span className="text-ink-3">{token.zone}</span>
              </Td>
              <Td right>{formatNumber(token.lines, language)}</Td>
              <Td>
                {token.lastMs === null ? (
                  <span className="text-ink-3">{t('page.settings.token.never')}</span>
                ) : (
                  <Time at={token.lastMs} utcOffsetMinutes={token.lastOffset} />
                )}
              </Td>
              <Td className="max-md:hidden">
                <Time at={token.createdMs} utcOffsetMinutes={token.createdOffset} />
              </Td>
              <Td right>
                {token.revokedMs === null ? (
                  <ActionForm action={revoke} fields={{ id: token.publicId }}>
                    <SubmitButton>{t('page.settings.token.revoke')}</SubmitButton>
                  </ActionForm>
                ) : (
                  <Chip dashed>{t('page.settings.token.revoked')}</Chip>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
