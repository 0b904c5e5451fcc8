'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { LinkButton } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { LANGUAGES, type Language } from '@/lib/messages';

interface Props {
  operator: string;
  /** The one on screen: most reports are wanted in it. */
  language: Language;
  action: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** In which language a report speaks and whether it shows recipients: chosen once, since it is frozen. */
export function NewReportForm({ operator, language, action }: Props) {
  const { t } = useWords();
  return (
    <ActionForm action={action} fields={{ operator }} className="mt-6 grid max-w-[52ch] gap-5">
      <Select
        name="language"
        label={t('page.reports.column.language')}
        defaultValue={language}
        options={LANGUAGES.map((value) => ({ value, label: t(`page.reports.language.${value}`) }))}
      />
      <Select
        name="recipients"
        label={t('page.reports.column.recipients')}
        hint={t('page.report.new.recipients.hint')}
        defaultValue="masked"
        options={[
          { value: 'masked', label: t('page.report.new.masked') },
          { value: 'shown', label: t('page.report.new.shown') },
        ]}
      />
      <div className="flex flex-wrap gap-1.5">
        <SubmitButton look="seal">{t('page.report.new.make')}</SubmitButton>
        <LinkButton href={`/operators/${operator}`}>{t('page.report.new.back')}</LinkButton>
      </div>
    </ActionForm>
  );
}
