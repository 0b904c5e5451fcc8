'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { TextField } from '@/components/ui/field';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';
import { SubmitButton } from '@/components/ui/submit-button';
import { TokenFresh } from './token-fresh';
import { TokenTable, type TokenView } from './token-table';

interface Made {
  publicId: string;
  name: string;
  token: string;
}

interface Props {
  tokens: readonly TokenView[];
  /** The machine's own zone. */
  zone: string;
  make: (state: FormState<Made>, form: FormData) => Promise<FormState<Made>>;
  revoke: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** Who may send lines, and how to set it up. */
export function TokensSection({ tokens, zone, make, revoke }: Props) {
  const { t, rich } = useWords();
  return (
    <section id="tokens">
      <SectionHeading>{t('page.settings.token.title')}</SectionHeading>
      <p className="mb-3 max-w-[68ch] text-s text-ink-2">
        <Rich parts={rich({ key: 'page.settings.token.about', params: {} })} />
      </p>
      <ActionForm
        action={make}
        className="grid gap-3"
        done={({ name, token }) => <TokenFresh name={name} token={token} />}
      >
        <div className="grid max-w-[680px] gap-4 md:grid-cols-2">
          <TextField
            label={t('page.settings.token.name')}
            name="name"
            required
            maxLength={100}
            autoComplete="off"
            hint={t('page.settings.token.name-hint')}
          />
          <TextField
            label={t('page.settings.token.zone')}
            name="zone"
            defaultValue={zone}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <div>
          <SubmitButton>{t('page.settings.token.make')}</SubmitButton>
        </div>
      </ActionForm>
      {tokens.length > 0 ? <TokenTable tokens={tokens} revoke={revoke} /> : null}
    </section>
  );
}
