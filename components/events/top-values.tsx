'use client';

import { Link } from '@/components/ui/link';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import { useWords } from '@/components/ui/language';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';
import { formatNumber } from '@/lib/messages';
import { narrower } from './narrower';
import { FACETS, type FacetName } from './facets';

export const TOP_MEASURES = ['events', 'addresses', 'recipients', 'templates', 'days'] as const;

interface Props {
  top: FacetName;
  by: (typeof TOP_MEASURES)[number];
  values: ReadonlyArray<{ label: string; value: string; events: number; amount: number }>;
  filter: string;
  params: PageParams;
}

/** The first of anything by anything. */
export function TopValues({ top, by, values, filter, params }: Props) {
  const { t, language } = useWords();
  const narrow = narrower(params, filter);
  return (
    <section aria-label={t('page.events.panel.top')} className="mb-6 max-w-[820px]">
      <form action="/events" className="mb-3 flex flex-wrap items-end gap-3">
        {(['q', 'order'] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={paramOf(params, name) ?? ''} />
        ))}
        <input type="hidden" name="panel" value="top" />
        <Select
          name="top"
          label={t('page.events.top-what')}
          defaultValue={top}
          options={FACETS.map((name) => ({ value: name, label: t(`page.events.by.${name}`) }))}
        />
        <Select
          name="by"
          label={t('page.events.top-by')}
          defaultValue={by}
          options={TOP_MEASURES.map((name) => ({ value: name, label: t(`page.events.measure.${name}`) }))}
        />
        <Button type="submit">{t('page.events.top-show')}</Button>
      </form>
      <Table caption={t('page.events.panel.top')} hideCaption>
        <thead>
          <tr>
            <Th>{t(`page.events.by.${top}`)}</Th>
            {by === 'events' ? null : <Th right>{t(`page.events.measure.${by}`)}</Th>}
            <Th right>{t('page.events.measure.events')}</Th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ label, value, events, amount }) => (
            <Row key={value}>
              <Td className="break-all">
                <Link href={narrow(top, value)}>
                  <bdi>
                    <Visible text={label} />
                  </bdi>
                </Link>
              </Td>
              {by === 'events' ? null : <Td right>{formatNumber(amount, language)}</Td>}
              <Td right>{formatNumber(events, language)}</Td>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
