'use client';

import { useId } from 'react';
import { useWords } from '@/components/ui/language';
import { TextField } from '@/components/ui/field';

interface Props {
  zone: string;
  zones: readonly string[];
  /** The year given before. */
  year?: number | null;
}

/** Zone and year of stamps that carry none, with where the defaults come from. */
export function DatingFields({ zone, zones, year = null }: Props) {
  const { t } = useWords();
  const list = useId();
  return (
    <div className="mt-4 grid max-w-[680px] gap-4 md:grid-cols-2">
      <TextField
        label={t('page.uploads.zone')}
        name="zone"
        defaultValue={zone}
        list={list}
        autoComplete="off"
        spellCheck={false}
        hint={t('page.uploads.zone-hint')}
      />
      <datalist id={list}>
        {zones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        label={t('page.uploads.year')}
        name="year"
        type="number"
        min={1990}
        max={2200}
        defaultValue={year ?? ''}
        placeholder={t('page.uploads.year-auto')}
        hint={t('page.uploads.year-hint')}
      />
    </div>
  );
}
