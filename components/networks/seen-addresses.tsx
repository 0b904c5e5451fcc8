'use client';

import { Link } from '@/components/ui/link';
import { addressHref } from '@/components/addresses/address-href';
import { pageUnder } from '@/components/events/events-href';
import { refusalsHref } from '@/components/groups/group-view';
import { type AlsoSeen, sayAlsoSeen } from '@/components/sightings/also-seen';
import { AddressMap } from '@/components/ui/address-map';
import { Count } from '@/components/ui/count';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';

interface Props {
  addresses: ReadonlyArray<{ text: string; events: number; firstMs: number; lastMs: number; also: AlsoSeen | null }>;
  cells: readonly boolean[];
  utcOffsetMinutes: number;
  /** The filter under which they were counted; '' where none. */
  filter: string;
}

/** The addresses of a network that the log has seen: where they lie in it, and when. */
export function SeenAddresses({ addresses, cells, utcOffsetMinutes, filter }: Props) {
  const words = useWords();
  const { t } = words;
  if (addresses.length === 0)
    return (
      <p className="text-s text-ink-3">{t(filter === '' ? 'page.network.addresses.none' : 'list.none-filtered')}</p>
    );
  return (
    <>
      <div className="mb-3">
        <AddressMap cells={cells} />
      </div>
      <Table caption={t('page.network.addresses')} hideCaption>
        <thead>
          <tr>
            <Th>{t('kind.address')}</Th>
            <Th>{t('page.network.first')}</Th>
            <Th>{t('page.network.last')}</Th>
            <Th right>{t('page.networks.column.refusals')}</Th>
          </tr>
        </thead>
        <tbody>
          {addresses.map(({ text, events, firstMs, lastMs, also }) => (
            <Row key={text}>
              <Td>
                <Link href={pageUnder(addressHref(text), filter)}>
                  <Mono text={text} />
                </Link>
                {also ? <span className="block text-xs text-ink-3">{sayAlsoSeen(also, words)}</span> : null}
              </Td>
              <Td>
                <Time at={firstMs} utcOffsetMinutes={utcOffsetMinutes} />
              </Td>
              <Td>
                <Time at={lastMs} utcOffsetMinutes={utcOffsetMinutes} />
              </Td>
              <Td right>
                <Count value={events} href={refusalsHref(filter, 'ip', text)} />
              </Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </>
  );
}
