'use client';

import { Link } from '@/components/ui/link';
import { refusalsHref } from '@/components/groups/group-view';
import { CountedList } from '@/components/operators/counted-list';
import { Count } from '@/components/ui/count';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Visible } from '@/components/ui/visible';

export interface EntryPoints {
  name: 'operator' | 'org' | 'net';
  values: ReadonlyArray<{ label: string; value: string; events: number }>;
}

const TITLES = {
  operator: 'page.graph.found.operators',
  org: 'page.graph.found.organisations',
  net: 'page.graph.found.networks',
} as const;
const KINDS = { operator: 'operator', org: 'organisation', net: 'network' } as const;

/** Where a graph can begin among what a filter found. */
export function EntryPointLists({ points, filter }: { points: readonly EntryPoints[]; filter: string }) {
  const { t } = useWords();
  const known = points.filter(({ values }) => values.length > 0);
  if (known.length === 0) return <p className="mt-6 text-ink-2">{t('page.graph.found.nobody')}</p>;
  return (
    <div className="grid gap-x-11 lg:grid-cols-3">
      {known.map(({ name, values }) => (
        <section key={name} className="min-w-0">
          <SectionHeading>{t(TITLES[name])}</SectionHeading>
          <CountedList
            items={values.map(({ label, value, events }) => ({
              key: value,
              label: (
                <Link href={centreUnder(`${KINDS[name]}:${value.slice(1)}`, filter)}>
                  <bdi className={name === 'net' ? 'mono' : ''}>
                    <Visible text={label} />
                  </bdi>
                </Link>
              ),
              count: <Count value={events} href={refusalsHref(filter, name, value)} label={t('list.refusals-of')} />,
            }))}
          />
        </section>
      ))}
    </div>
  );
}

/** The graph around this node; the filter goes along. */
function centreUnder(id: string, filter: string): string {
  return `/graph?${new URLSearchParams({ center: id, q: filter }).toString().replaceAll('%3A', ':')}`;
}
