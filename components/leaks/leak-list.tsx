'use client';

import { Link } from '@/components/ui/link';
import { useFilter } from '@/components/filter/use-filter';
import { refusalsHref } from '@/components/groups/group-view';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import { serviceHref, type ServiceView } from './leak-view';

/** So many of those who write are named, those with most refusals. */
const MOST_WRITERS = 6;

/** Services, what was given to them, and who writes there now. */
export function LeakList({ services }: { services: readonly ServiceView[] }) {
  const { t } = useWords();
  if (services.length === 0) return null;
  return (
    <div className="mt-8">
      <Table caption={t('page.leaks.services')}>
        <thead>
          <tr>
            <Th>{t('page.leaks.service')}</Th>
            <Th>{t('page.leaks.given')}</Th>
            <Th right>{t('page.leaks.refusals')}</Th>
            <Th>{t('page.leaks.first')}</Th>
            <Th>{t('page.leaks.who')}</Th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <ServiceRow key={service.service} service={service} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function ServiceRow({
  service: { service, recipients, events, firstMs, utcOffsetMinutes, ...who },
}: {
  service: ServiceView;
}) {
  const { t } = useWords();
  const filter = useFilter();
  const links = [
    ...who.operators.map(({ publicId, name }) => ({ href: `/operators/${publicId}`, name })),
    ...who.organisations.map(({ id, name }) => ({ href: `/organisations/${id}`, name })),
  ];
  return (
    <Row>
      <Td className="font-medium">
        <bdi>
          <Visible text={service} />
        </bdi>
      </Td>
      <Td>
        {recipients.map((text) => (
          <Link
            key={text}
            href={refusalsHref(filter, 'recipient', text)}
            className="block"
            data-open={text === recipients[0] || undefined}
          >
            <Mono text={text} shorten={40} />
          </Link>
        ))}
      </Td>
      <Td right>
        <Count value={events} href={serviceHref(service)} ownFilter />
      </Td>
      <Td>{firstMs === null ? null : <Time at={firstMs} utcOffsetMinutes={utcOffsetMinutes} />}</Td>
      <Td>
        {links.length === 0
          ? t(events > 0 ? 'page.leaks.nobody-known' : 'page.leaks.nobody')
          : links.slice(0, MOST_WRITERS).map(({ href, name }) => (
              <Link key={href} href={href} className="block">
                <bdi>
                  <Visible text={name} />
                </bdi>
              </Link>
            ))}
        {links.length > MOST_WRITERS ? (
          <Link href={serviceHref(service)} ownFilter className="block text-ink-2">
            {t('page.leaks.more-writers', { count: links.length - MOST_WRITERS })}
          </Link>
        ) : null}
      </Td>
    </Row>
  );
}
