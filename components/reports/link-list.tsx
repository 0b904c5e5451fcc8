'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { Chip } from '@/components/ui/chip';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';

export interface LinkView {
  publicId: string;
  createdMs: number;
  expiresMs: number;
  revokedMs: number | null;
  utcOffsetMinutes: number;
  state: 'active' | 'expired' | 'revoked';
}

interface Props {
  links: readonly LinkView[];
  revoke: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** The links to a report: which lead to it, which no longer do. */
export function LinkList({ links, revoke }: Props) {
  const { t } = useWords();
  return (
    <ul className="text-s">
      {links.map(({ publicId, createdMs, expiresMs, revokedMs, utcOffsetMinutes, state }) => (
        <li key={publicId} className="flex items-start justify-between gap-3 border-b border-line py-2">
          <span className="min-w-0">
            <Chip dashed={state !== 'active'}>{t(`page.report.link.${state}`)}</Chip>
            <span className="block text-ink-3">
              {t('page.report.link.made')} <Time at={createdMs} utcOffsetMinutes={utcOffsetMinutes} />
            </span>
            <span className="block text-ink-3">
              {t(revokedMs === null ? 'page.report.link.until' : 'page.report.link.revoked-at')}{' '}
              <Time at={revokedMs ?? expiresMs} utcOffsetMinutes={utcOffsetMinutes} />
            </span>
          </span>
          {state === 'active' ? (
            <ActionForm action={revoke} fields={{ link: publicId }}>
              <SubmitButton>{t('page.report.link.revoke')}</SubmitButton>
            </ActionForm>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
