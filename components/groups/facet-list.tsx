'use client';

import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { addressHref } from '@/components/addresses/address-href';
import { CountedList } from '@/components/operators/counted-list';
import { Count } from '@/components/ui/count';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import { refusalsHref } from './group-view';

/** The kinds of things a list is of, each with the page its things have; null where that is their refusals. */
const PAGES = {
  ip: addressHref,
  template: (value: string) => `/templates/${value.slice(1)}`,
  net: (value: string) => `/networks/${value.slice(1)}`,
  org: (value: string) => `/organisations/${value.slice(1)}`,
  operator: (value: string) => `/operators/${value.slice(1)}`,
  recipient: null,
} as const;

interface Props {
  title: string;
  name: keyof typeof PAGES;
  values: ReadonlyArray<{ label: string; value: string; events: number }>;
  /** The filter under which they were counted. */
  filter: string;
}

/** What was found of one kind, the most refusals first, each with its page. Nothing where there is none. */
export function FacetList({ title, name, values, filter }: Props) {
  const { t } = useWords();
  if (values.length === 0) return null;
  const page = PAGES[name];
  return (
    <>
      <SectionHeading>{title}</SectionHeading>
      <CountedList
        items={values.map(({ label, value, events }) => {
          const refusals = refusalsHref(filter, name, value);
          return {
            key: value,
            label: (
              <Link href={page ? page(value) : refusals}>{wordOf(name, label, t('page.templates.null-sender'))}</Link>
            ),
            count: <Count value={events} href={refusals} label={t('list.refusals-of')} />,
          };
        })}
      />
    </>
  );
}

function wordOf(name: keyof typeof PAGES, label: string, nullSender: string): ReactNode {
  if (label === '') return nullSender;
  if (name === 'org' || name === 'operator')
    return (
      <bdi>
        <Visible text={label} />
      </bdi>
    );
  return <Mono text={label} />;
}
