'use client';

import Link from 'next/link';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import type { EventView } from './event-view';

/** Links that narrow the list: quiet until one points at them, since every cell is one. */
const QUIET = 'decoration-transparent hover:decoration-current';

interface Props {
  events: readonly EventView[];
  params: PageParams;
  filtered: boolean;
}

/** Refusals, one a row; a row's time opens its raw line. */
export function EventTable({ events, params, filtered }: Props) {
  const { t } = useWords();
  if (events.length === 0) {
    return filtered ? (
      <Empty
        title={t('page.events.none')}
        sentence={t('page.events.none-hint')}
        action={<LinkButton href="/events">{t('page.events.show-all')}</LinkButton>}
      />
    ) : (
      <Empty
        title={t('page.events.empty')}
        sentence={t('page.events.empty-hint')}
        command="npm run -s cli -- ingest /var/log/mail.log*"
        action={<LinkButton href="/uploads">{t('page.events.empty-upload')}</LinkButton>}
      />
    );
  }
  return (
    <div className="mt-4">
      <Table caption={t('page.events.title')} hideCaption>
        <thead>
          <tr>
            <Th>{t('page.events.time')}</Th>
            <Th>{t('page.events.address')}</Th>
            <Th>{t('page.events.who')}</Th>
            <Th className="whitespace-nowrap">{t('page.events.refused')}</Th>
            <Th>{t('page.events.sender')}</Th>
            <Th>{t('page.events.recipient')}</Th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventTableRow key={event.id} event={event} params={params} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function EventTableRow({ event, params }: { event: EventView; params: PageParams }) {
  const { t } = useWords();
  const only = (name: string, value: string | number): string =>
    hrefWith('/events', params, { [name]: String(value), after: null, before: null });
  return (
    <Row>
      <Td>
        <Link
          href={hrefWith('/events', params, { evidence: `event:${event.id}` })}
          scroll={false}
          data-open
          data-key="e"
        >
          <Time at={event.timeMs} utcOffsetMinutes={event.utcOffsetMinutes} style="second" />
        </Link>
      </Td>
      <Td>
        {event.address === null ? (
          <span className="text-ink-3">{t('page.events.unknown')}</span>
        ) : (
          <Link href={only('address', event.address)} className={`whitespace-nowrap ${QUIET}`}>
            <Mono text={event.address} />
          </Link>
        )}
      </Td>
      <Td className="min-w-44">
        <Who event={event} />
      </Td>
      <Td className="min-w-24">
        <Link href={only('stage', event.stage)} className={QUIET}>
          <Mono text={event.stage} />
        </Link>{' '}
        {event.code === null ? (
          <Mono text={event.action} className="text-ink-2" />
        ) : (
          <Link href={only('code', event.code)} className={QUIET}>
            <Mono text={String(event.code)} />
          </Link>
        )}
      </Td>
      <Td className="min-w-56">
        <Sender event={event} only={only} />
      </Td>
      <Td className="min-w-36">
        {event.recipient === null ? null : (
          <Link href={only('recipient', event.recipient)} className={QUIET}>
            <Mono text={event.recipient} shorten={36} />
          </Link>
        )}
      </Td>
    </Row>
  );
}

function Who({ event }: { event: EventView }) {
  const { organisationId, organisation, networkId, network } = event;
  return (
    <>
      {organisationId !== null && organisation !== null ? (
        <Link href={`/organisations/${organisationId}`}>
          <bdi>
            <Visible text={organisation} />
          </bdi>
        </Link>
      ) : null}
      {networkId !== null && network !== null ? (
        <Link href={`/networks/${networkId}`} className="block text-ink-2">
          <Mono text={network} />
        </Link>
      ) : null}
    </>
  );
}

function Sender({ event, only }: { event: EventView; only: (name: string, value: string | number) => string }) {
  const { t } = useWords();
  const { sender, templateId, pattern, variable } = event;
  if (sender === null) return null;
  if (sender === '') return <span className="text-ink-3">{t('page.events.null-sender')}</span>;
  if (templateId === null || pattern === null) return <Mono text={sender} shorten={40} />;
  return (
    <Link href={only('template', templateId)} className={QUIET} title={variable ? sender : undefined}>
      <Mono text={variable ? pattern : sender} shorten={40} />
    </Link>
  );
}
