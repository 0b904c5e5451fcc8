'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { CopyButton } from '@/components/ui/copy-button';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { DropZone } from '@/components/uploads/drop-zone';
import { PasteForm } from '@/components/uploads/paste-form';

type Action = (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;

/** Every rotation of the log; gzipped ones are read as they are. */
const COMMAND = 'npm run -s cli -- ingest /var/log/mail.log*';

interface Props {
  zone: string;
  zones: readonly string[];
  paste: Action;
  addSample: Action;
}

/** The home of an empty database: the drop zone, the command, the sample. */
export function EmptyHome({ zone, zones, paste, addSample }: Props) {
  const { t } = useWords();
  return (
    <>
      <PageHeader title={t('page.findings.empty-title')} lead={t('page.findings.empty-lead')} />
      <div className="mt-6">
        <DropZone zone={zone} zones={zones} large />
      </div>
      <SectionHeading>{t('page.findings.empty-command')}</SectionHeading>
      <div className="flex max-w-[80ch] flex-wrap items-start gap-2">
        <code className="log min-w-0 flex-1 !px-3 !py-1.5">{COMMAND}</code>
        <CopyButton text={COMMAND} />
      </div>
      <SectionHeading>{t('page.uploads.paste-title')}</SectionHeading>
      <PasteForm action={paste} zone={zone} />
      <SectionHeading>{t('page.findings.empty-sample')}</SectionHeading>
      <p className="mb-3 max-w-[68ch] text-s text-ink-2">{t('page.findings.empty-sample-what')}</p>
      <ActionForm action={addSample}>
        <SubmitButton>{t('page.findings.load-sample')}</SubmitButton>
      </ActionForm>
    </>
  );
}
