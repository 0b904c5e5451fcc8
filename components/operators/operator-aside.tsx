'use client';

import { eventsHref, valueOf } from '@/components/events/events-href';
import { type FieldName, idValue } from '@/lib/filter';
import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { Timeline } from '@/components/charts/timeline';
import type { TimelineBucket, TimelineUnit } from '@/components/charts/timeline-bucket';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { Count } from '@/components/ui/count';
import { Facts } from '@/components/ui/facts';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import { CountedList } from './counted-list';

export interface RegisteredView {
  contacts: ReadonlyArray<{ id: number; handle: string; phone: string | null }>;
  abuseEmails: readonly string[];
  allocatedFrom: string | null;
  allocatedTo: string | null;
  asked: { id: number; server: string; askedMs: number; utcOffsetMinutes: number } | null;
}

interface Props {
  operator: string;
  path: string;
  params: PageParams;
  timeline: { buckets: readonly TimelineBucket[]; unit: TimelineUnit };
  utcOffsetMinutes: number;
  registered: RegisteredView;
  templates: ReadonlyArray<{ id: number; pattern: string; events: number }>;
  recipients: ReadonlyArray<{ text: string; service: string | null; events: number }>;
  addresses: ReadonlyArray<{ text: string; events: number }>;
  /** What a filter leaves of these lists, in their place; null without a filter. */
  under: ReactNode;
}

/** Beside the reasons: when, what the registries say, by which templates, to whom, from where. */
export function OperatorAside({
  operator,
  path,
  params,
  timeline,
  utcOffsetMinutes,
  registered,
  templates,
  recipients,
  addresses,
  under,
}: Props) {
  const { t } = useWords();
  return (
    <div className="min-w-0">
      {under === null ? (
        <>
          <SectionHeading>
            {t(timeline.unit === 'hour' ? 'page.operators.timeline.hour' : 'page.operators.timeline.day')}
          </SectionHeading>
          <Timeline {...timeline} utcOffsetMinutes={utcOffsetMinutes} height={110} />
        </>
      ) : null}
      <SectionHeading>{t('page.operators.registered')}</SectionHeading>
      <Registered registered={registered} path={path} params={params} />
      {under ?? <Lists {...{ operator, templates, recipients, addresses }} />}
    </div>
  );
}

type ListsProps = Pick<Props, 'operator' | 'templates' | 'recipients' | 'addresses'>;

/** By which templates, to whom and from where all its refusals came. */
function Lists({ operator, templates, recipients, addresses }: ListsProps) {
  const { t } = useWords();
  const events = (field: FieldName, value: string): string =>
    eventsHref(['operator', idValue(operator)], [field, valueOf(field, value)]);
  return (
    <>
      {templates.length > 0 ? (
        <>
          <SectionHeading>{t('page.operators.templates')}</SectionHeading>
          <CountedList
            items={templates.map(({ id, pattern, events: count }) => ({
              key: String(id),
              label: <Mono text={pattern} />,
              count: <Count value={count} href={events('template', `#${id}`)} label={t('page.operators.refusals')} />,
            }))}
          />
        </>
      ) : null}
      {recipients.length > 0 ? (
        <>
          <SectionHeading>{t('page.operators.recipients')}</SectionHeading>
          <CountedList
            items={recipients.map(({ text, service, events: count }) => ({
              key: text,
              label: (
                <>
                  <Mono text={text} />
                  <span className="block text-ink-3">
                    {service === null ? (
                      <Link href="/leaks">{t('page.operators.recipients.unnamed')}</Link>
                    ) : (
                      <>
                        {t('page.operators.recipients.given')}{' '}
                        <bdi>
                          <Visible text={service} />
                        </bdi>
                      </>
                    )}
                  </span>
                </>
              ),
              count: <Count value={count} href={events('recipient', text)} label={t('page.operators.refusals')} />,
            }))}
          />
        </>
      ) : null}
      {addresses.length > 0 ? (
        <>
          <SectionHeading>{t('page.operators.addresses')}</SectionHeading>
          <CountedList
            items={addresses.map(({ text, events: count }) => ({
              key: text,
              label: <Mono text={text} />,
              count: <Count value={count} href={events('ip', text)} label={t('page.operators.refusals')} />,
            }))}
          />
        </>
      ) : null}
    </>
  );
}

function Registered({ registered, path, params }: { registered: RegisteredView; path: string; params: PageParams }) {
  const { t } = useWords();
  const { contacts, abuseEmails, allocatedFrom, allocatedTo, asked } = registered;
  const phones = [...new Set(contacts.flatMap(({ phone }) => phone ?? []))];
  return (
    <Facts
      items={[
        {
          label: t('page.operators.registered.handles'),
          value:
            contacts.length === 0
              ? null
              : contacts.map(({ id, handle }) => (
                  <Link key={id} href={`/contacts/${id}`} className="block">
                    <Mono text={handle} />
                  </Link>
                )),
        },
        {
          label: t('kind.phone'),
          value:
            phones.length === 0 ? null : phones.map((phone) => <Mono key={phone} text={phone} className="block" />),
        },
        {
          label: t('page.operators.registered.allocated'),
          value:
            allocatedFrom === null
              ? null
              : allocatedFrom === allocatedTo
                ? allocatedFrom
                : `${allocatedFrom} – ${allocatedTo}`,
        },
        {
          label: t('page.operators.registered.abuse'),
          value:
            abuseEmails.length === 0
              ? null
              : abuseEmails.map((email) => <Mono key={email} text={email} className="block" />),
        },
        {
          label: t('page.operators.registered.asked'),
          value: asked ? (
            <Link
              href={hrefWith(path, params, { evidence: formatEvidence([{ kind: 'answer', id: asked.id }]) })}
              scroll={false}
            >
              <Mono text={asked.server} />, <Time at={asked.askedMs} utcOffsetMinutes={asked.utcOffsetMinutes} />
            </Link>
          ) : null,
        },
      ]}
    />
  );
}
