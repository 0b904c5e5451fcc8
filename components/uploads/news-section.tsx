'use client';

import { Link } from '@/components/ui/link';
import { eventsHref, valueOf } from '@/components/events/events-href';
import { Facts } from '@/components/ui/facts';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { formatNumber } from '@/lib/messages';

interface NewKind<Id> {
  count: number;
  top: ReadonlyArray<{ id: Id; name: string }>;
}

/** What nobody had seen before an upload. */
export interface NewsView {
  first: boolean;
  addresses: NewKind<string>;
  templates: NewKind<number>;
  networks: NewKind<number>;
  organisations: NewKind<number>;
  operators: NewKind<string>;
}

/** Where one of a kind is shown. */
const HREF = {
  operators: (id: string | number) => `/operators/${id}`,
  networks: (id: string | number) => `/networks/${id}`,
  organisations: (id: string | number) => `/organisations/${id}`,
  templates: (id: string | number) => eventsHref(['template', valueOf('template', `#${id}`)]),
  addresses: (id: string | number) => eventsHref(['ip', valueOf('ip', String(id))]),
} as const;
const KINDS = ['operators', 'networks', 'organisations', 'templates', 'addresses'] as const;

/** What an upload brought that no earlier one had: how many of a kind, and the first of them. */
export function NewsSection({ news }: { news: NewsView }) {
  const { t, language } = useWords();
  const some = KINDS.filter((kind) => news[kind].count > 0);
  return (
    <>
      <SectionHeading>{t('page.uploads.news-title')}</SectionHeading>
      {news.first ? <p className="mb-2 text-s text-ink-2">{t('page.uploads.news-first')}</p> : null}
      {some.length === 0 ? <p className="text-s text-ink-2">{t('page.uploads.news-none')}</p> : null}
      <Facts
        items={some.map((kind) => {
          const { count, top } = news[kind];
          return {
            label: t(`page.uploads.news.${kind}`),
            value: (
              <span className="flex flex-wrap items-baseline gap-x-3">
                <b className="font-medium">{formatNumber(count, language)}</b>
                {top.map(({ id, name }) => (
                  <Link key={id} href={HREF[kind](id)}>
                    {kind === 'operators' || kind === 'organisations' ? name : <Mono text={name} shorten={40} />}
                  </Link>
                ))}
                {count > top.length ? (
                  <span className="text-ink-3">{t('page.uploads.news-more', { count: count - top.length })}</span>
                ) : null}
              </span>
            ),
          };
        })}
      />
    </>
  );
}
