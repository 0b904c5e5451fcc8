'use client';

import { useFilter } from '@/components/filter/use-filter';
import { Select } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { Button } from '@/components/ui/button';
import type { RuleFormat, RuleOptions } from '@/lib/model';

const OPTIONS = { place: ['append', 'insert'], action: ['reject', 'drop'], ports: ['all', 'mail'] } as const;

interface Props {
  path: string;
  formats: ReadonlyArray<{ id: RuleFormat; hasPlace: boolean }>;
  format: RuleFormat;
  choice: Omit<RuleOptions, 'id'>;
}

/** How the rules are to be written: a plain form whose choices stand in the URL. */
export function RuleForm({ path, formats, format, choice }: Props) {
  const { t } = useWords();
  const filter = useFilter();
  const hasPlace = formats.find(({ id }) => id === format)?.hasPlace ?? true;
  return (
    <form action={path} method="get" className="grid grid-cols-2 items-end gap-3 md:grid-cols-[1.4fr_1fr_1fr_1fr_auto]">
      {filter === '' ? null : <input type="hidden" name="q" value={filter} />}
      <Select
        name="format"
        label={t('page.block-lists.format')}
        defaultValue={format}
        options={formats.map(({ id }) => ({ value: id, label: t(`page.block-lists.format.${id}`) }))}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      {(hasPlace ? (['place', 'action', 'ports'] as const) : (['action', 'ports'] as const)).map((name) => (
        <Select
          key={name}
          name={name}
          label={t(`page.block-lists.${name}`)}
          defaultValue={choice[name]}
          options={OPTIONS[name].map((value) => ({ value, label: t(`page.block-lists.option.${value}`) }))}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        />
      ))}
      <noscript>
        <Button type="submit">{t('page.block-lists.show')}</Button>
      </noscript>
    </form>
  );
}
