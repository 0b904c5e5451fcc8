'use client';

import { Select } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { FORMAT_NAMES, LOG_FORMATS } from '@/lib/model';

/** The one mail server whose lines are to be read; left alone, all that are found. */
export function FormatField() {
  const { t } = useWords();
  return (
    <Select
      name="format"
      label={t('page.uploads.format')}
      hint={t('page.uploads.format-hint')}
      options={[
        { value: '', label: t('page.uploads.format-auto') },
        ...LOG_FORMATS.map((format) => ({ value: format, label: FORMAT_NAMES[format] })),
      ]}
    />
  );
}
