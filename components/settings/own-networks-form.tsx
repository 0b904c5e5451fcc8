'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { TextArea } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';

interface Props {
  networks: readonly string[];
  action: (state: FormState<number>, form: FormData) => Promise<FormState<number>>;
}

/** The user's own networks: what no block list may ever hold. */
export function OwnNetworksForm({ networks, action }: Props) {
  const { t } = useWords();
  return (
    <>
      <SectionHeading>{t('page.settings.own-title')}</SectionHeading>
      <ActionForm
        action={action}
        className="grid gap-3"
        done={(count) => <Notice>{t('page.settings.own-saved', { count })}</Notice>}
      >
        <TextArea
          mono
          name="networks"
          rows={5}
          defaultValue={networks.join('\n')}
          label={t('page.settings.own')}
          hint={t('page.settings.own-hint')}
          placeholder={'192.0.2.0/24\n2001:db8::/48\n198.51.100.10 - 198.51.100.20'}
        />
        <div>
          <SubmitButton>{t('page.settings.own-save')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
