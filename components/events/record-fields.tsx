'use client';

import { Link } from '@/components/ui/link';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { Facts } from '@/components/ui/facts';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import type { FieldName } from '@/lib/filter';
import type { Rejection } from '@/lib/model';
import { narrower } from './narrower';
import { RECORD_FIELDS } from './event-view';

/** The field of the filter that tells a record's field. */
const FILTER_OF: Partial<Record<(typeof RECORD_FIELDS)[number], FieldName>> = {
  action: 'action',
  stage: 'stage',
  clientAddress: 'ip',
  code: 'code',
  dsn: 'dsn',
  dnsbl: 'dnsbl',
  sender: 'sender',
  recipient: 'recipient',
};

interface Props {
  record: Rejection;
  /** The fields that its own line does not tell, but an earlier one of the same session. */
  joined: ReadonlyArray<keyof Rejection>;
  /** The event's own id, and those of the other refusals of its session. */
  id: number;
  session: readonly number[];
  /** The filter that the list is under. */
  filter: string;
  params: PageParams;
}

/** A refusal's fields, read anew from its line; what the log does not say is left out. */
export function RecordFields({ record, joined, id, session, filter, params }: Props) {
  const { t } = useWords();
  const narrow = narrower(params, filter);
  const all = [...session, id].sort((a, b) => a - b).map((event) => ({ kind: 'event' as const, id: event }));
  return (
    <section className="mt-6">
      {session.length > 0 ? (
        <p className="mb-4 text-s">
          <Link href={hrefWith('/events', params, { evidence: formatEvidence(all) })} scroll={false}>
            {t('page.events.session', { count: session.length })}
          </Link>
        </p>
      ) : null}
      <h3 className="mb-2 text-s font-semibold text-ink-2">{t('page.events.fields')}</h3>
      <Facts
        items={RECORD_FIELDS.map((name) => {
          const value = record[name];
          const field = FILTER_OF[name];
          return {
            label: t(`page.events.field.${name}`),
            value:
              value === null ? null : (
                <>
                  {value === '' ? (
                    <span className="text-ink-3">{t('page.events.null-sender')}</span>
                  ) : (
                    <Mono text={String(value)} />
                  )}{' '}
                  {field ? (
                    <span className="whitespace-nowrap">
                      <Link href={narrow(field, String(value))} className="text-ink-3">
                        {t('page.events.only-this')}
                      </Link>{' '}
                      <Link href={narrow(field, String(value), true)} className="text-ink-3">
                        {t('page.events.not-this')}
                      </Link>
                    </span>
                  ) : null}
                  {joined.includes(name) ? (
                    <div className="text-ink-3">{t(`page.events.joined.${name === 'dnsbl' ? 'dnsbl' : 'client'}`)}</div>
                  ) : null}
                </>
              ),
          };
        })}
      />
    </section>
  );
}
