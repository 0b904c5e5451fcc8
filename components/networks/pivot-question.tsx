'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { LinkButton } from '@/components/ui/button';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';

interface Props {
  contact: number;
  /** How far it has come, or why nobody can be asked. */
  pivot: 'none' | 'asked' | 'answered' | 'limited' | 'unsupported' | 'not-offered' | 'switched-off' | 'refused-key';
  /** Networks that the registry listed. */
  listed: number;
  ask: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** The question that leads from a contact to all its networks: whether it was asked, and what came of it. */
export function PivotQuestion({ contact, pivot, listed, ask }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading>{t('page.contact.pivot')}</SectionHeading>
      <p className="max-w-[68ch] text-s text-ink-2">{t(`page.contact.pivot.${pivot}`, { listed })}</p>
      {pivot === 'none' ? (
        <ActionForm action={ask} fields={{ contact: String(contact) }} className="mt-3">
          <SubmitButton look="seal">{t('page.contact.pivot.ask')}</SubmitButton>
        </ActionForm>
      ) : null}
      {pivot === 'asked' ? (
        <p className="mt-3">
          <LinkButton href="/registries">{t('page.contact.pivot.queue')}</LinkButton>
        </p>
      ) : null}
    </>
  );
}
