'use client';

import { Link } from '@/components/ui/link';
import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { TextField } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';

export interface ViewLink {
  id: number;
  name: string;
  query: string;
}

type Action = (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;

interface Props {
  views: readonly ViewLink[];
  /** The parameters of the page as it is. */
  query: string;
  save: Action;
  remove: Action;
}

/** Views that were kept, and a field to keep the page as it is. */
export function SavedViews({ views, query, save, remove }: Props) {
  const { t } = useWords();
  return (
    <details className="text-s">
      <summary className="text-ink-2">{t('page.events.views', { count: views.length })}</summary>
      <div className="mt-2 grid gap-3 border-l-2 border-line pl-3">
        {views.length > 0 ? (
          <ul className="grid gap-1">
            {views.map(({ id, name, query: kept }) => (
              <li key={id} className="flex items-baseline gap-3">
                <Link ownFilter href={kept === '' ? '/events' : `/events?${kept}`}>
                  <bdi>{name}</bdi>
                </Link>
                <ActionForm action={remove} fields={{ id: String(id) }}>
                  <button
                    type="submit"
                    aria-label={t('page.events.view-remove', { name })}
                    className="px-1 text-ink-3 hover:text-ink"
                  >
                    ×
                  </button>
                </ActionForm>
              </li>
            ))}
          </ul>
        ) : null}
        <ActionForm action={save} fields={{ query }} className="flex flex-wrap items-end gap-2">
          <TextField name="name" required maxLength={80} label={t('page.events.view-name')} autoComplete="off" />
          <SubmitButton>{t('page.events.view-save')}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
