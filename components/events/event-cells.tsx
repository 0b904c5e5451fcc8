'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import type { FieldName } from '@/lib/filter';
import type { EventColumn, EventView } from './event-view';
import type { Narrow } from './narrower';

/** Links that narrow the list: quiet until one points at them, since every cell is one. */
const QUIET = 'decoration-transparent hover:decoration-current';

interface Props {
  column: EventColumn;
  event: EventView;
  narrow: Narrow;
  /** Opens the event's line. */
  href: string;
}

/** One cell of a refusal; most narrow the list to what they hold. */
export function EventCell({ column, event, narrow, href }: Props) {
  const { t } = useWords();
  const only = (field: FieldName, value: string | null, text = value): React.ReactNode =>
    value === null ? null : (
      <Link href={narrow(field, value)} title={text ?? ''} className={`mono ${QUIET}`}>
        <bdi>
          <Visible text={text ?? ''} />
        </bdi>
      </Link>
    );
  switch (column) {
    case 'time':
      return (
        <Link href={href} scroll={false} data-open data-key="e">
          <Time at={event.timeMs} utcOffsetMinutes={event.utcOffsetMinutes} style="second" />
        </Link>
      );
    case 'address':
      return only('ip', event.address) ?? <span className="text-ink-3">{t('page.events.unknown')}</span>;
    case 'who':
      return <Who event={event} />;
    case 'refused':
      return (
        <>
          {only('stage', event.stage)} {only('code', event.code?.toString() ?? null)}
        </>
      );
    case 'dnsbl':
      return only('dnsbl', event.dnsbl);
    case 'action':
      return only('action', event.action);
    case 'server':
      return only('server', event.format);
    case 'sender':
      if (event.sender === '') return <span className="text-ink-3">{t('page.events.null-sender')}</span>;
      return event.templateId === null ? null : only('template', `#${event.templateId}`, event.sender);
    case 'recipient':
      return only('recipient', event.recipient);
  }
}

function Who({ event: { organisationId, organisation, networkId, network } }: { event: EventView }) {
  if (organisationId !== null && organisation !== null)
    return (
      <Link href={`/organisations/${organisationId}`} title={network ?? undefined}>
        <bdi>
          <Visible text={organisation} />
        </bdi>
      </Link>
    );
  if (networkId === null || network === null) return null;
  return (
    <Link href={`/networks/${networkId}`} className="mono text-ink-2">
      {network}
    </Link>
  );
}
