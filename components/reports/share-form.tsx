'use client';

import { useSyncExternalStore } from 'react';
import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { CopyButton } from '@/components/ui/copy-button';
import { Select } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';

const DAYS = ['7', '30', '90'] as const;

interface Shared {
  linkPublicId: string;
  token: string;
  expiresMs: number;
}

interface Props {
  report: string;
  share: (state: FormState<Shared>, form: FormData) => Promise<FormState<Shared>>;
}

/** Makes a public link; the whole of it is shown once, since only its hash is kept. */
export function ShareForm({ report, share }: Props) {
  const { t } = useWords();
  return (
    <>
      <p className="mb-3 text-s text-ink-2">{t('page.report.share.about')}</p>
      <ActionForm action={share} fields={{ report }} className="grid gap-3" done={(result) => <Fresh {...result} />}>
        <Select
          name="days"
          label={t('page.report.share.days')}
          defaultValue="30"
          options={DAYS.map((value) => ({ value, label: t('page.report.share.for', { days: Number(value) }) }))}
        />
        <span>
          <SubmitButton look="seal">{t('page.report.share.make')}</SubmitButton>
        </span>
      </ActionForm>
    </>
  );
}

const never = (): (() => void) => () => undefined;

function Fresh({ token }: Shared) {
  const { t } = useWords();
  // The server does not know the name it was reached by; without scripts the path has to do.
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  );
  const link = `${origin}/shared/${token}`;
  return (
    <div role="status" className="border-l-2 border-line-2 pl-3">
      <p className="mb-2 text-s font-medium">{t('page.report.share.once')}</p>
      <code className="log mb-2 block !px-3 !py-1.5 break-all">{link}</code>
      <CopyButton text={link} />
    </div>
  );
}
