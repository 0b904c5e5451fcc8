'use client';

import Link from 'next/link';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { Facts } from '@/components/ui/facts';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import type { Rejection } from '@/lib/model';
import { RECORD_FIELDS } from './event-view';

/** The filter that a field's "only this" sets. */
const FILTER_OF: Partial<Record<(typeof RECORD_FIELDS)[number], string>> = {
  action: 'action',
  stage: 'stage',
  clientAddress: 'address',
  code: 'code',
  sender: 'sender',
  recipient: 'recipient',
};

interface Props {
  record: Rejection;
  /** The fields that its own line does not tell, but an earlier one of the same session. */
  joined: ReadonlyArray<keyof Rejection>;
  params: PageParams;
}

/** A refusal's fields, read anew from its line; what the log does not say is left out. */
export function RecordFields({ record, joined, params }: Props) {
  const { t } = useWords();
  return (
    <section className="mt-6">
      <h3 className="mb-2 text-s font-semibold text-ink-2">{t('page.events.fields')}</h3>
      <Facts
        items={RECORD_FIELDS.map((field) => {
          const value = record[field];
          const filter = FILTER_OF[field];
          const only = { [filter ?? '']: String(value), after: null, before: null };
          return {
            label: t(`page.events.field.${field}`),
            value:
              value === null ? null : value === '' ? (
                <span className="text-ink-3">{t('page.events.null-sender')}</span>
              ) : (
                <>
                  <Mono text={String(value)} />{' '}
                  {filter ? (
                    <Link href={hrefWith('/events', params, only)} className="text-ink-3">
                      {t('page.events.only-this')}
                    </Link>
                  ) : null}
                  {joined.includes(field) ? (
                    <div className="text-ink-3">
                      {t(`page.events.joined.${field === 'dnsbl' ? 'dnsbl' : 'client'}`)}
                    </div>
                  ) : null}
                </>
              ),
          };
        })}
      />
    </section>
  );
}
