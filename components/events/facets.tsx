'use client';

import { Link } from '@/components/ui/link';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { useWords } from '@/components/ui/language';
import { Visible } from '@/components/ui/visible';
import { type FieldName, parseFilter } from '@/lib/filter';
import { formatNumber } from '@/lib/messages';
import { type Narrow, narrower } from './narrower';
import { filterHref } from './events-href';

/** The fields whose values are counted, in their order. */
export const FACETS = [
  'operator',
  'org',
  'net',
  'country',
  'ip',
  'template',
  'recipient',
  'stage',
  'action',
  'code',
  'dsn',
  'dnsbl',
  'server',
  'upload',
] as const satisfies readonly FieldName[];
export type FacetName = (typeof FACETS)[number];

/** The values of a field among what was found. */
export interface FacetView {
  name: FacetName;
  values: ReadonlyArray<{ label: string; value: string; events: number }>;
  total: number;
}

interface Props {
  facets: readonly FacetView[];
  /** Refusals found in all. */
  total: number;
  filter: string;
  params: PageParams;
}

/** What was found, by the values of each field: a click leaves only these, or takes them out. */
export function Facets({ facets, total, filter, params }: Props) {
  const { t } = useWords();
  const narrow = narrower(params, filter);
  return (
    <div className="mt-6 gap-8 text-s md:columns-2 lg:columns-3">
      {facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <section key={facet.name} className="mb-5 break-inside-avoid" aria-label={t(`page.events.by.${facet.name}`)}>
            <h3 className="mb-1 flex justify-between gap-2 font-medium text-ink-3">
              <FacetTitle name={facet.name} filter={filter} />
              {facet.total > facet.values.length ? (
                <span className="font-normal">
                  {t('page.events.of-values', { shown: facet.values.length, total: facet.total })}
                </span>
              ) : null}
            </h3>
            <ul>
              {facet.values.map((value) => (
                <FacetRow key={value.value} {...{ facet, value, total, narrow }} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

/** The pages that list the values of a field under the same filter. */
const LISTS: Partial<Record<FacetName, string>> = {
  operator: '/operators',
  net: '/networks',
  ip: '/addresses',
  template: '/templates',
  recipient: '/leaks',
};

function FacetTitle({ name, filter }: { name: FacetName; filter: string }) {
  const { t } = useWords();
  const path = LISTS[name];
  const title = t(`page.events.by.${name}`);
  return path === undefined ? title : <Link href={filterHref(path, parseFilter(filter).filter)}>{title}</Link>;
}

function FacetRow({
  facet: { name },
  value: { label, value, events },
  total,
  narrow,
}: {
  facet: FacetView;
  value: FacetView['values'][number];
  total: number;
  narrow: Narrow;
}) {
  const { t, language } = useWords();
  return (
    <li className="relative flex items-baseline gap-2 py-0.5">
      <span
        aria-hidden
        className="absolute inset-y-0.5 left-0 bg-line"
        style={{ width: `${total > 0 ? (100 * events) / total : 0}%` }}
      />
      <Link
        href={narrow(name, value)}
        title={label}
        className="relative min-w-0 flex-1 truncate decoration-transparent hover:decoration-current"
      >
        <bdi>
          <Visible text={label} />
        </bdi>
      </Link>
      <span className="relative tabular-nums">{formatNumber(events, language)}</span>
      <Link
        href={narrow(name, value, true)}
        aria-label={t('page.events.not-value', { value: label })}
        title={t('page.events.not-this')}
        className="relative px-1 text-ink-3 no-underline hover:text-ink"
      >
        −
      </Link>
    </li>
  );
}
